package io.renoz.orders.api;

/** How money came, or went back. */
public enum PaymentMethod {
    BANK_TRANSFER,
    CREDIT_CARD,
    CASH,
    CHEQUE,
    PAYPAL,
    STRIPE,
    XERO
}
