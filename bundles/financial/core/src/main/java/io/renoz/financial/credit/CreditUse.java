package io.renoz.financial.credit;

/** What credit was used for. */
public enum CreditUse {
    ORDER,
    REFUND
}
