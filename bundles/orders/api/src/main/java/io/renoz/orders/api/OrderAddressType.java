package io.renoz.orders.api;

/** What an address of an order is for. */
public enum OrderAddressType {
    BILLING,
    SHIPPING
}
