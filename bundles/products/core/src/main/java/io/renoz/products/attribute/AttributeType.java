package io.renoz.products.attribute;

/** What kind of value an attribute has. */
public enum AttributeType {
    TEXT,
    NUMBER,
    BOOLEAN,
    SELECT,
    MULTISELECT,
    DATE;

    boolean chosen() {
        return this == SELECT || this == MULTISELECT;
    }
}
