package io.renoz.suppliers.api;

/** How far a purchase order has come. */
public enum PurchaseOrderStatus {
    DRAFT,
    PENDING_APPROVAL,
    APPROVED,
    /** Sent to the supplier. */
    ORDERED,
    PARTIAL_RECEIVED,
    RECEIVED,
    CANCELLED,
    CLOSED;

    /** SUP-24, SUP-25: whether something of it is still to be decided or to come. */
    public boolean open() {
        return this == PENDING_APPROVAL || this == APPROVED || incoming();
    }

    /** Whether goods of it are on their way. */
    public boolean incoming() {
        return this == ORDERED || this == PARTIAL_RECEIVED;
    }
}
