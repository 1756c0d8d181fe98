package io.renoz.inventory.alert;

public enum AlertEventStatus {
    OPEN,
    ACKNOWLEDGED,
    RESOLVED
}
