package io.renoz.products.api;

/** Where a product stands in its life. */
public enum ProductStatus {
    DRAFT,
    ACTIVE,
    INACTIVE,
    DISCONTINUED
}
