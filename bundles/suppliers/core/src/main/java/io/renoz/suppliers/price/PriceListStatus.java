package io.renoz.suppliers.price;

/** Whether a price holds. */
public enum PriceListStatus {
    DRAFT,
    ACTIVE,
    /** Switched off by hand. */
    INACTIVE,
    /** Its last day is past. */
    EXPIRED
}
