package io.renoz.orders.api;

/** Where a unit is that was given to a line. */
public enum LineSerialStatus {
    ALLOCATED,
    SHIPPED,
    DELIVERED,
    RETURNED
}
