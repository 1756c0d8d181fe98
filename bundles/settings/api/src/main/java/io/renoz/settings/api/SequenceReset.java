package io.renoz.settings.api;

/** When a sequence begins anew. */
public enum SequenceReset {
    NEVER,
    YEARLY,
    FISCAL_YEARLY,
    MONTHLY
}
