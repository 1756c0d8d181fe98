package io.renoz.inventory.stock;

public enum CostLayerReferenceType {
    PURCHASE_ORDER,
    MANUAL_RECEIVE,
    ADJUSTMENT,
    TRANSFER,
    RMA,
    STOCK_COUNT,
    OPENING_BALANCE
}
