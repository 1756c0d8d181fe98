package io.renoz.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return.
 *
 * @param document what it came with: {@code support.rma}, {@code orders.shipment}
 * @param locationId null for the default location
 * @param lines 1 to 1,000
 * @param occurredAt when it happened; null for now
 */
public record ReturnCommand(
        DocumentRef document,
        @Nullable UUID locationId,
        List<ReturnLine> lines,
        @Nullable Instant occurredAt) {

    public ReturnCommand {
        lines = List.copyOf(lines);
    }
}
