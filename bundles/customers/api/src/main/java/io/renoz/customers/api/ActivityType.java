package io.renoz.customers.api;

/** What an entry of the conversation log records. */
public enum ActivityType {
    CALL,
    EMAIL,
    MEETING,
    NOTE,
    QUOTE,
    ORDER,
    COMPLAINT,
    FEEDBACK,
    WEBSITE_VISIT,
    SOCIAL_INTERACTION
}
