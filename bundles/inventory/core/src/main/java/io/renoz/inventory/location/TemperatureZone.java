package io.renoz.inventory.location;

public enum TemperatureZone {
    AMBIENT,
    REFRIGERATED,
    FROZEN
}
