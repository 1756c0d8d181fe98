package io.renoz.rest;

import io.renoz.data.Versioned;

/**
 * Tells the platform to answer 201 with a Location header.
 *
 * @param repeated whether an earlier request made the record already: the answer is 200 then
 */
public record Created<V extends Versioned>(V body, boolean repeated) {

    /** A new record. */
    public Created(V body) {
        this(body, false);
    }

    /** The record that the same request made before. */
    public static <V extends Versioned> Created<V> again(V body) {
        return new Created<>(body, true);
    }
}
