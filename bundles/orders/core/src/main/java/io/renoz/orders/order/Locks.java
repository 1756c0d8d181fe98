package io.renoz.orders.order;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;

/**
 * What others wait for until the transaction is over, beside the rows themselves. Taken in this order: a request's key, the
 * customer, the order's row, then what stock locks.
 */
public final class Locks {

    private static final String WAIT = "select count(pg_advisory_xact_lock(hashtextextended(k.key, 4)))"
            + " from (select key from unnest(cast(?1 as text[])) key order by key) k";

    private final Tables tables;

    private Locks(Tables tables) {
        this.tables = tables;
    }

    public static Locks of(Tables tables) {
        return new Locks(tables);
    }

    /** ORD-09: one confirmation of a customer after the other, so that two at once cannot both slip under its limit. */
    public void customer(UUID customer) {
        await("customer/" + customer);
    }

    /** ORD-06: one request with a key after the other. */
    void request(String key) {
        await("request/" + key);
    }

    /** For whatever else a part of the module has to do one after the other. */
    public void await(String what) {
        awaitAll(new TreeSet<>(Set.of(what)));
    }

    /** The same for several things, in their order. */
    public void awaitAll(SortedSet<String> things) {
        String keys = things.stream()
                .map(what -> "orders/" + Call.tenant() + "/" + what)
                .map(key -> '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
        tables.entities()
                .createNativeQuery(WAIT)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, keys)
                .getSingleResult();
    }
}
