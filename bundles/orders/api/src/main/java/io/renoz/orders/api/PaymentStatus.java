package io.renoz.orders.api;

/** How far an order is paid; computed from its money and its due date. */
public enum PaymentStatus {
    PENDING,
    PARTIAL,
    PAID,
    REFUNDED,
    OVERDUE
}
