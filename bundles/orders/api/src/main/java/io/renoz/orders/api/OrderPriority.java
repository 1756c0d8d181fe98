package io.renoz.orders.api;

/** How urgent an order is. */
public enum OrderPriority {
    NORMAL,
    HIGH,
    URGENT
}
