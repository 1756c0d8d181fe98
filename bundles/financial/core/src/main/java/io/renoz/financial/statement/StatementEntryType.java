package io.renoz.financial.statement;

/** What a line of a statement is. */
public enum StatementEntryType {
    OPENING,
    INVOICE,
    PAYMENT,
    REFUND,
    CREDIT,
    CREDIT_REFUND
}
