package io.renoz.inventory.count;

public enum StockCountStatus {
    DRAFT,
    IN_PROGRESS,
    IN_REVIEW,
    COMPLETED,
    CANCELLED
}
