package io.renoz.orders.amendment;

/** What an amendment is mostly about. */
public enum AmendmentType {
    QUANTITY_CHANGE,
    ITEM_ADD,
    ITEM_REMOVE,
    PRICE_CHANGE,
    DISCOUNT_CHANGE,
    SHIPPING_CHANGE,
    ADDRESS_CHANGE,
    DATE_CHANGE,
    CANCEL_ORDER,
    OTHER
}
