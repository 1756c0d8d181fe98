package io.renoz.orders;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as SQL reads them. */
public final class Sql {

    private Sql() {}

    /** Ids as PostgreSQL reads them in {@code cast(? as uuid[])}. */
    public static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
