package io.renoz.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that go back to where they were bought.
 *
 * @param document {@code suppliers.return}
 * @param locationId null for any place that has them
 * @param status condition the goods are in
 * @param lines 1 to 1,000
 * @param occurredAt when it happened; null for now
 */
public record SupplierReturnCommand(
        DocumentRef document,
        @Nullable UUID locationId,
        StockStatus status,
        List<OutLine> lines,
        @Nullable Instant occurredAt) {

    public SupplierReturnCommand {
        lines = List.copyOf(lines);
    }
}
