package io.renoz.products;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.FlushModeType;

/**
 * Makes those wait who would do the same at once; all locks end with the transaction. Locks by name come before locks of
 * products, and those before any of their parts.
 */
public final class Locks {

    private static final String NAMES = """
            select count(pg_advisory_xact_lock(s.k))
              from (select distinct hashtextextended(n, 0) as k from unnest(cast(?1 as text[])) n order by 1) s
            """;

    private static final String PRODUCTS = """
            select id from products.products
             where organization_id = ?1 and id = any (cast(?2 as uuid[])) and deleted_at is null order by id for update
            """;

    private Locks() {}

    /** Whatever of the organization goes by that name: lower case letters, digits and hyphens. */
    public static void hold(Tables tables, String name) {
        hold(tables, List.of(name));
    }

    /** All of the names, in one order whoever asks. */
    public static void hold(Tables tables, Collection<String> names) {
        if (!names.isEmpty()) {
            tables.entities()
                    .createNativeQuery(NAMES)
                    .setParameter(
                            1,
                            names.stream()
                                    .map(name -> "products/" + Call.tenant() + "/" + name)
                                    .collect(Collectors.joining(",", "{", "}")))
                    .setFlushMode(FlushModeType.COMMIT)
                    .getSingleResult();
        }
    }

    /** The rows of products, in the order of their ids; gives those that are there. */
    @SuppressWarnings("unchecked") // one uuid column
    public static List<UUID> products(Tables tables, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : (List<UUID>) tables.entities()
                        .createNativeQuery(PRODUCTS)
                        .setParameter(1, Call.tenant())
                        .setParameter(2, array(ids.stream().distinct()))
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultList();
    }

    /**
     * Does something whose queries do not write first what has been changed so far: a row that is still being completed is no
     * business of the database.
     */
    public static <T> T unflushed(Tables tables, Supplier<T> work) {
        EntityManager entities = tables.entities();
        FlushModeType before = entities.getFlushMode();
        entities.setFlushMode(FlushModeType.COMMIT);
        try {
            return work.get();
        } finally {
            entities.setFlushMode(before);
        }
    }

    /** Ids as PostgreSQL reads them in {@code cast(? as uuid[])}. */
    public static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
