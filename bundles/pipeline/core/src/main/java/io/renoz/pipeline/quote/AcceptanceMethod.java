package io.renoz.pipeline.quote;

/** How a customer accepted a quote. */
public enum AcceptanceMethod {
    STAFF,
    SIGNED_LINK,
    PURCHASE_ORDER
}
