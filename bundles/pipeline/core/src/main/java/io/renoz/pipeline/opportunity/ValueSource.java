package io.renoz.pipeline.opportunity;

/** Where the value of an opportunity comes from. */
public enum ValueSource {
    /** Somebody typed it in. */
    MANUAL,
    /** It follows the opportunity's quotes. */
    QUOTE
}
