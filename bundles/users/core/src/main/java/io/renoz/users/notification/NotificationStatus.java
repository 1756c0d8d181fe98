package io.renoz.users.notification;

/** How far a notification has come. */
enum NotificationStatus {
    /** To be mailed, unless its user reads it before. */
    PENDING,
    /** Mailed, or shown only. */
    SENT,
    READ,
    DISMISSED,
    /** Its mail could not be handed over; it is shown all the same. */
    FAILED
}
