package io.renoz.financial.api;

/** How a total is cut into instalments. */
public enum PaymentPlanType {
    /** Two halves, the odd cent first. */
    FIFTY_FIFTY,
    /** 33 percent twice, then the rest. */
    THIRDS,
    /** Equal instalments a month apart, the last taking the rest. */
    MONTHLY,
    /** As the caller says. */
    CUSTOM
}
