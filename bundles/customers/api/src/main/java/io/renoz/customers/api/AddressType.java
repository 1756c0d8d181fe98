package io.renoz.customers.api;

/** What an address is used for. */
public enum AddressType {
    BILLING,
    SHIPPING,
    SERVICE,
    HEADQUARTERS
}
