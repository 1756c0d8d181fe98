package io.renoz.suppliers.purchase.amendment;

/** Where an amendment stands. */
public enum AmendmentStatus {
    REQUESTED,
    APPROVED,
    REJECTED,
    APPLIED,
    CANCELLED
}
