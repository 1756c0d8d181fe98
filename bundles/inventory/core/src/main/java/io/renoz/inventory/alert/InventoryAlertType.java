package io.renoz.inventory.alert;

public enum InventoryAlertType {
    LOW_STOCK,
    OUT_OF_STOCK,
    OVERSTOCK,
    EXPIRY,
    SLOW_MOVING,
    FORECAST_DEVIATION
}
