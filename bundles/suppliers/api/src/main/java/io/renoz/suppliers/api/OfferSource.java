package io.renoz.suppliers.api;

/** Where a price comes from. */
public enum OfferSource {
    /** An approved agreement names the product. */
    AGREEMENT,
    /** The list price less what an approved agreement takes off everything. */
    AGREEMENT_DISCOUNT,
    PRICE_LIST,
    /** What was last paid. */
    LAST_PURCHASE
}
