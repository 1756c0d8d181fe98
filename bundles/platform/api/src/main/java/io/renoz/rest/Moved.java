package io.renoz.rest;

import java.util.UUID;

/**
 * Tells the platform to answer 308: what was asked for under one id lives on under another. The Location is the address that
 * was asked for, with the one id in place of the other.
 */
public final class Moved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID from;
    private final UUID to;

    public Moved(UUID from, UUID to) {
        super(from + " lives on as " + to, null, false, false);
        this.from = from;
        this.to = to;
    }

    /** The id that was asked for. */
    public UUID from() {
        return from;
    }

    /** The id it has now. */
    public UUID to() {
        return to;
    }
}
