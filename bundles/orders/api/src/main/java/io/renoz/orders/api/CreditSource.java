package io.renoz.orders.api;

/** What a credit against an order stands for. */
public enum CreditSource {
    CREDIT_NOTE,
    DEPOSIT_TRANSFER,
    WRITE_OFF
}
