package io.renoz.kernel;

import java.util.List;

/** A part of a WHERE clause, with a value for each question mark in it. */
record SqlPart(String sql, List<?> values) {

    SqlPart {
        values = List.copyOf(values);
    }
}
