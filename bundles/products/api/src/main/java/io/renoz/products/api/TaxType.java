package io.renoz.products.api;

/** How a supply is taxed; only {@link #GST} has a rate above 0. */
public enum TaxType {
    GST,
    GST_FREE,
    INPUT_TAXED,
    EXPORT
}
