package io.renoz.pipeline.api;

import java.util.UUID;

/**
 * The record of another module that something was made for.
 *
 * @param type {@code module.thing}, as {@code communications.email_campaign}; at most 60 characters
 */
public record SourceRef(String type, UUID id) {

    private static final int LONGEST = 60;

    public SourceRef {
        if (type.isBlank() || type.length() > LONGEST) {
            throw new IllegalArgumentException("The type of a source has 1 to " + LONGEST + " characters.");
        }
    }
}
