package io.renoz.inventory.count;

public enum StockCountType {
    FULL,
    CYCLE,
    SPOT,
    ANNUAL
}
