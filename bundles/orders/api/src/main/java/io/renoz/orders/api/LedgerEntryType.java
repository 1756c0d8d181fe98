package io.renoz.orders.api;

/** What an entry of a customer's ledger is. */
public enum LedgerEntryType {
    INVOICE,
    PAYMENT,
    REFUND,
    CREDIT
}
