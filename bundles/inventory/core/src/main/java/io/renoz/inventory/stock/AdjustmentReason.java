package io.renoz.inventory.stock;

public enum AdjustmentReason {
    FOUND,
    LOST,
    DAMAGED,
    EXPIRED,
    THEFT,
    DATA_ENTRY,
    SAMPLE,
    INTERNAL_USE,
    OPENING_BALANCE,
    REVALUATION,
    OTHER
}
