package io.renoz.inventory.api;

/** Condition of goods on the shelf; only what is available can be promised. */
public enum StockStatus {
    AVAILABLE,
    QUARANTINED,
    DAMAGED,
    RETURNED
}
