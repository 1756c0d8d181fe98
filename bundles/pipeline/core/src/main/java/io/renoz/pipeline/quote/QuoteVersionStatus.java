package io.renoz.pipeline.quote;

/** What became of one version of a quote. */
public enum QuoteVersionStatus {
    DRAFT,
    SENT,
    SUPERSEDED,
    ACCEPTED,
    REJECTED
}
