package io.renoz.inventory.api;

/** Where a unit with a serial number is in its life. */
public enum SerializedItemStatus {
    AVAILABLE,
    ALLOCATED,
    SHIPPED,
    INSTALLED,
    RETURNED,
    QUARANTINED,
    IN_REPAIR,
    SCRAPPED
}
