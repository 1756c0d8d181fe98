package io.renoz.suppliers.price;

/** What a supplier takes off its price. */
public enum DiscountType {
    NONE,
    PERCENTAGE,
    /** An amount a unit. */
    FIXED
}
