package io.renoz.pipeline.api;

/** How a line is taxed; only {@link #GST} has a rate above 0. */
public enum TaxType {
    GST,
    GST_FREE,
    INPUT_TAXED,
    EXPORT
}
