package io.renoz.orders.api;

/** Where an order is on its way from draft to delivered. */
public enum OrderStatus {
    DRAFT,
    CONFIRMED,
    PICKING,
    PICKED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED
}
