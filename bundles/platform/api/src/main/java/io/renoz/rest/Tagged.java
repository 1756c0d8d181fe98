package io.renoz.rest;

/**
 * Tells the platform to answer {@code body} with an ETag of its own, for what is no record: 304 when the caller has it
 * already.
 *
 * @param tag without quotes
 */
public record Tagged<V>(V body, String tag) {}
