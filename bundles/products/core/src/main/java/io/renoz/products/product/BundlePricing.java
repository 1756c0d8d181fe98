package io.renoz.products.product;

/** Where the price of a bundle comes from. */
public enum BundlePricing {
    /** It has a price of its own. */
    FIXED,
    SUM_OF_COMPONENTS
}
