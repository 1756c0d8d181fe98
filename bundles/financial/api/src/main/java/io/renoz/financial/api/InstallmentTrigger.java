package io.renoz.financial.api;

/** What gives an instalment its due date. */
public enum InstallmentTrigger {
    FIXED_DATE,
    ON_CONFIRMATION,
    ON_SHIPMENT,
    ON_DELIVERY
}
