package io.renoz.orders.api;

/** Kinds of tax on sales; only {@link #GST} has a rate above 0. */
public enum TaxType {
    GST,
    GST_FREE,
    INPUT_TAXED,
    EXPORT
}
