package io.renoz.financial.api;

/** How the line of a credit note is taxed; only {@link #GST} has a rate above 0. */
public enum TaxType {
    GST,
    GST_FREE,
    INPUT_TAXED,
    EXPORT
}
