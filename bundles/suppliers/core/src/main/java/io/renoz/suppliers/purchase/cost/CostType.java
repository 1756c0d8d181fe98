package io.renoz.suppliers.purchase.cost;

/** What a cost is for. */
public enum CostType {
    FREIGHT,
    DUTY,
    INSURANCE,
    HANDLING,
    CUSTOMS,
    OTHER
}
