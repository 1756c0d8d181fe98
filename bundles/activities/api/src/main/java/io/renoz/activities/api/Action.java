package io.renoz.activities.api;

/** What was done, in the log's own few words; the event says it exactly. */
public enum Action {
    CREATED,
    UPDATED,
    DELETED,
    RESTORED,
    VIEWED,
    EXPORTED,
    IMPORTED,
    SHARED,
    ASSIGNED,
    STATUS_CHANGED,
    APPROVED,
    REJECTED,
    COMMENTED,
    EMAIL_SENT,
    EMAIL_OPENED,
    EMAIL_CLICKED,
    CALL_LOGGED,
    NOTE_ADDED,
    MERGED,
    LOGIN,
    LOGOUT,
    LOGIN_FAILED,
    PERMISSION_CHANGED,
    ENABLED,
    DISABLED
}
