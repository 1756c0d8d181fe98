package io.renoz.orders.order;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.UUID;

/**
 * What others wait for until the transaction is over, beside the rows themselves. Taken in this order: a request's key, the
 * customer, the order's row, then what stock locks.
 */
public final class Locks {

    private static final String WAIT = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 4))";

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
        tables.entities()
                .createNativeQuery(WAIT)
                .setParameter(1, "orders/" + Call.tenant() + "/" + what)
                .getSingleResult();
    }
}
