package io.renoz.pipeline;

import io.renoz.data.Call;
import io.renoz.data.Tables;

/** Makes those take turns who want the same of a record that is not there yet, or is another module's. */
public final class Turns {

    private Turns() {}

    /** Waits until nobody else is at it; it is ours until the transaction ends. Several are taken in the order of their names. */
    public static void take(Tables tables, String what) {
        tables.entities()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "pipeline:" + Call.tenant() + ":" + what)
                .getResultList();
    }
}
