package io.renoz.products.relation;

/** How a product goes with another one. */
public enum RelationType {
    ACCESSORY,
    ALTERNATIVE,
    UPGRADE,
    COMPATIBLE,
    BUNDLE,
    REPLACEMENT
}
