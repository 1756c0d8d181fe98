package io.renoz.financial;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets those wait for each other who write about the same thing, until the end of the transaction.
 *
 * <p>The order of locks: the turn of an order, then rows of this module, parents before parts, then the order's own row, which
 * the ledger of orders locks. Whoever writes rows that name an order takes its turn first: their foreign keys hold the order's
 * row lightly, and two that hold it so could not both go on to lock it.
 */
@Component(service = Turns.class)
public final class Turns {

    private final Tables tables;

    @Activate
    public Turns(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
    }

    /** What this module knows of an order is the caller's alone. */
    public void ofOrder(UUID order) {
        of("order " + order);
    }

    /** The same for anything that has a name. */
    public void of(String what) {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, Call.tenant() + " financial " + what)
                .getSingleResult();
    }
}
