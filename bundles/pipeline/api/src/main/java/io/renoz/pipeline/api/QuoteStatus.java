package io.renoz.pipeline.api;

/** How an offer stands with the customer. */
public enum QuoteStatus {
    DRAFT,
    SENT,
    ACCEPTED,
    REJECTED,
    EXPIRED,
    CANCELLED
}
