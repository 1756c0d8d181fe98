package io.renoz.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A receipt.
 *
 * @param document what it came with: {@code suppliers.receipt}
 * @param locationId null for the default location
 * @param supplierId whom the units were bought from
 * @param lines 1 to 1,000
 * @param occurredAt when it happened; null for now
 * @param notes at most 1,000 characters
 */
public record ReceiveCommand(
        DocumentRef document,
        @Nullable UUID locationId,
        @Nullable UUID supplierId,
        List<ReceiveLine> lines,
        @Nullable Instant occurredAt,
        @Nullable String notes) {

    public ReceiveCommand {
        lines = List.copyOf(lines);
    }
}
