package io.renoz.suppliers.purchase.receipt;

/** What state goods arrive in. */
public enum ItemCondition {
    NEW,
    REFURBISHED,
    USED,
    DAMAGED
}
