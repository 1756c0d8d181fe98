package io.renoz.users.api;

/** What a notification is about. */
public enum NotificationType {
    QUOTE,
    ORDER,
    ISSUE,
    WARRANTY,
    SHIPMENT,
    PAYMENT,
    CUSTOMER,
    PRODUCT,
    INVENTORY,
    JOB,
    APPROVAL,
    MENTION,
    REPORT,
    USER,
    SYSTEM,
    CALL_REMINDER,
    CALL_OVERDUE
}
