package io.renoz.financial.revenue;

/** How much of deferred revenue was recognized. */
public enum DeferredRevenueStatus {
    DEFERRED,
    PARTIALLY_RECOGNIZED,
    FULLY_RECOGNIZED
}
