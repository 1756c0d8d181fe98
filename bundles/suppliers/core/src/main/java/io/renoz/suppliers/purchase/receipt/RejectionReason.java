package io.renoz.suppliers.purchase.receipt;

/** Why goods are refused. */
public enum RejectionReason {
    DAMAGED,
    WRONG_ITEM,
    QUALITY_ISSUE,
    SHORT_SHIPMENT,
    OVER_SHIPMENT,
    EXPIRED,
    OTHER
}
