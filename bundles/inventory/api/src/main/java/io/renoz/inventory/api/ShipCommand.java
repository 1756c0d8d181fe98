package io.renoz.inventory.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment.
 *
 * @param demandType kind of the lines it serves, as they were reserved: {@code orders.order_line}
 * @param shipment the document: {@code orders.shipment}
 * @param customerId who holds the units from now on
 * @param scope where to take from what is not reserved
 * @param lines 1 to 1,000
 * @param occurredAt when it happened; null for now
 */
public record ShipCommand(
        String demandType,
        DocumentRef shipment,
        @Nullable UUID customerId,
        LocationScope scope,
        List<OutLine> lines,
        @Nullable Instant occurredAt) {

    public ShipCommand {
        lines = List.copyOf(lines);
    }
}
