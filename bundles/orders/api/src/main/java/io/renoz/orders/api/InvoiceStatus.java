package io.renoz.orders.api;

/** Where the invoice of an order is. */
public enum InvoiceStatus {
    DRAFT,
    SCHEDULED,
    UNPAID,
    OVERDUE,
    PAID,
    CANCELED,
    REFUNDED
}
