package io.renoz.orders.api;

/** What a line of an order is. */
public enum OrderLineType {
    ITEM,
    BUNDLE,
    COMPONENT,
    SECTION,
    NOTE
}
