package io.renoz.customers.customer;

/** How big a customer is. */
enum CustomerSize {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE,
    ENTERPRISE
}
