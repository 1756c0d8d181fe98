package io.renoz.suppliers.price;

/** How far a request to change a price has come. */
public enum PriceChangeStatus {
    PENDING,
    APPROVED,
    REJECTED,
    APPLIED,
    CANCELLED
}
