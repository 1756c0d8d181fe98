package io.renoz.users.api;

/** How much a notification presses; an urgent one is mailed at once whatever its user has chosen. */
public enum NotificationPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
