package io.renoz.inventory.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim on stock.
 *
 * @param demand the document that asks
 * @param number its human number, at most 50 characters
 * @param lines 1 to 1,000; a line and product once
 * @param allowPartial whether to reserve what there is and wait for the rest
 * @param priority lower is served first when stock arrives; 100 is usual
 * @param neededBy lots that expire earlier are not taken
 * @param expiresAt when the hold lapses; null for a firm document
 */
public record ReserveCommand(
        DemandRef demand,
        @Nullable String number,
        List<ReserveLine> lines,
        LocationScope scope,
        boolean allowPartial,
        int priority,
        @Nullable LocalDate neededBy,
        @Nullable Instant expiresAt) {

    /** Priority of a demand that is not special. */
    public static final int USUAL_PRIORITY = 100;

    public ReserveCommand {
        lines = List.copyOf(lines);
    }

    /** One of a firm document, from anywhere that sells, all or nothing. */
    public static ReserveCommand firm(DemandRef demand, @Nullable String number, List<ReserveLine> lines) {
        return new ReserveCommand(demand, number, lines, LocationScope.sellable(), false, USUAL_PRIORITY, null, null);
    }

    /** The same, taking what there is and waiting for the rest. */
    public ReserveCommand orPartly() {
        return new ReserveCommand(demand, number, lines, scope, true, priority, neededBy, expiresAt);
    }

    /** The same, needed by a day. */
    public ReserveCommand by(@Nullable LocalDate day) {
        return new ReserveCommand(demand, number, lines, scope, allowPartial, priority, day, expiresAt);
    }
}
