package io.renoz.financial.reminder;

/** What became of a reminder. */
public enum ReminderDeliveryStatus {
    QUEUED,
    PENDING,
    SENT,
    DELIVERED,
    BOUNCED,
    FAILED,
    SKIPPED;

    /** Whether it reached the customer, as far as is known. */
    boolean wentOut() {
        return this != FAILED && this != SKIPPED;
    }
}
