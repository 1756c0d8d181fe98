package io.renoz.products.api;

/** What kind of thing a product is. */
public enum ProductType {
    PHYSICAL,
    SERVICE,
    DIGITAL,
    /** Sold as one, delivered as its components. */
    BUNDLE
}
