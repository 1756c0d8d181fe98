package io.renoz.suppliers.purchase.receipt;

/** Where a receipt stands. */
public enum ReceiptStatus {
    PENDING_INSPECTION,
    ACCEPTED,
    PARTIALLY_ACCEPTED,
    REJECTED,
    REVERSED
}
