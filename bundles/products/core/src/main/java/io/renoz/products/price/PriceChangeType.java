package io.renoz.products.price;

/** What changed, in the history of prices. */
public enum PriceChangeType {
    BASE_PRICE,
    COST_PRICE,
    TIER_CREATED,
    TIER_UPDATED,
    TIER_DELETED,
    CUSTOMER_PRICE,
    CUSTOMER_PRICE_REMOVED,
    PRICE_LIST,
    BULK_UPDATE
}
