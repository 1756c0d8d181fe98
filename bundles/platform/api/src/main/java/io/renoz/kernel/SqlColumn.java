package io.renoz.kernel;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A column, or an expression over some, and its PostgreSQL type. */
record SqlColumn(String name, String type) {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "text", String.class,
            "uuid", UUID.class,
            "boolean", Boolean.class,
            "integer", Integer.class,
            "bigint", Long.class,
            "numeric", BigDecimal.class,
            "date", LocalDate.class,
            "timestamptz", Instant.class);

    SqlColumn {
        if (!TYPES.containsKey(type)) {
            throw new IllegalArgumentException("Lists know no columns of type " + type);
        }
    }

    /** The type of its values to callers. */
    Class<?> java() {
        return TYPES.getOrDefault(type, Object.class);
    }

    /** Whether its values are also asked for by greater and less. */
    boolean ranged() {
        return !type.equals("text") && !type.equals("uuid") && !type.equals("boolean");
    }
}
