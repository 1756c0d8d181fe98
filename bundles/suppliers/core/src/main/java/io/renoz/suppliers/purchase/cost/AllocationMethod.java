package io.renoz.suppliers.purchase.cost;

/** How a cost spreads over the lines of its order. */
public enum AllocationMethod {
    EQUAL,
    BY_VALUE,
    BY_WEIGHT,
    BY_QUANTITY
}
