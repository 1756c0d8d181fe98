package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as other modules see it.
 *
 * @param shipmentNumber human number, as {@code SHP-2026-00001}
 */
public record ShipmentSummary(
        UUID id,
        UUID orderId,
        UUID customerId,
        String shipmentNumber,
        ShipmentStatus status,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable Instant shippedAt,
        @Nullable Instant deliveredAt,
        List<Item> items) {

    public ShipmentSummary {
        items = List.copyOf(items);
    }

    /** What of one line is in it. */
    public record Item(
            UUID id,
            UUID orderLineId,
            @Nullable UUID productId,
            BigDecimal quantity,
            @Nullable String lotNumber,
            @Nullable LocalDate expiryDate,
            List<String> serials) {

        public Item {
            serials = List.copyOf(serials);
        }
    }
}
