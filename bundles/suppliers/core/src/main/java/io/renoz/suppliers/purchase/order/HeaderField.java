package io.renoz.suppliers.purchase.order;

/** What an amendment can change of an order besides its lines. */
public enum HeaderField {
    /** An amount. */
    SHIPPING_AMOUNT,
    /** An amount. */
    DISCOUNT_AMOUNT,
    /** A day, as {@code 2026-03-02}. */
    REQUIRED_DATE,
    /** {@code name; street 1; street 2; city; state; postcode; country}, each of which may be empty. */
    SHIP_TO,
    NOTES
}
