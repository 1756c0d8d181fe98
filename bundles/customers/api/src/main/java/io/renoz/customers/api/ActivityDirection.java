package io.renoz.customers.api;

/** Who turned to whom. */
public enum ActivityDirection {
    INBOUND,
    OUTBOUND,
    INTERNAL
}
