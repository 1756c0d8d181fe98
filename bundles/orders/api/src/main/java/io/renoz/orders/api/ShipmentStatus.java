package io.renoz.orders.api;

/** Where a shipment is. */
public enum ShipmentStatus {
    PENDING,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    DELIVERED,
    FAILED,
    RETURNED
}
