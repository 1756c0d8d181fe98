package io.renoz.suppliers.purchase.order;

/** How the supplier's invoice compares with what was accepted. */
public enum InvoiceMatchStatus {
    NOT_RECEIVED,
    MATCHED,
    PRICE_VARIANCE,
    QUANTITY_VARIANCE,
    /** It differs, and finance takes it as it is. */
    ACCEPTED;

    /** SUP-19: whether the order can be closed. */
    boolean settled() {
        return this == MATCHED || this == ACCEPTED;
    }
}
