package io.renoz.orders.amendment;

/** Where an amendment is. */
public enum AmendmentStatus {
    REQUESTED,
    APPROVED,
    REJECTED,
    APPLIED,
    CANCELLED
}
