package io.renoz.products.api;

/** Where the taxes of a document are rounded: the setting {@code products.tax_rounding}. */
public enum TaxRounding {
    /** Each line's by itself. */
    LINE,
    /** Once for each rate; the lines add up to that. */
    DOCUMENT
}
