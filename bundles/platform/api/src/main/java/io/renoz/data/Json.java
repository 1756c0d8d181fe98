package io.renoz.data;

import java.io.Serializable;

/** A JSON value that the platform carries without looking into it; {@code jsonb} in the database. */
public record Json(String text) implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return text;
    }
}
