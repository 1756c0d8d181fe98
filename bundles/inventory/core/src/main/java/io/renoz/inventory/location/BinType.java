package io.renoz.inventory.location;

public enum BinType {
    ZONE,
    AISLE,
    RACK,
    SHELF,
    BIN,
    DOCK,
    STAGING
}
