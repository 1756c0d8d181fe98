package io.renoz.pipeline.api;

/** What a line of an offer is. Sections and notes carry text alone and count for nothing. */
public enum QuoteLineType {
    ITEM,
    BUNDLE,
    SECTION,
    NOTE;

    /** Whether lines of the kind have a quantity and a price. */
    public boolean priced() {
        return this == ITEM || this == BUNDLE;
    }
}
