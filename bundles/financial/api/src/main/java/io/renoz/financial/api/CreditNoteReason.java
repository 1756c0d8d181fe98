package io.renoz.financial.api;

/** Why a credit note is given. */
public enum CreditNoteReason {
    RETURN,
    PRICE_CORRECTION,
    DAMAGED,
    DUPLICATE,
    ORDER_CHANGE,
    GOODWILL,
    CANCELLED_ORDER,
    OTHER
}
