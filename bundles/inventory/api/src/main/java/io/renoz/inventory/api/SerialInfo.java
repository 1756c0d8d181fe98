package io.renoz.inventory.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit with a serial number.
 *
 * @param serial as it was first written
 * @param normalized trimmed and in upper case, by which it is found
 * @param inventoryId balance that holds it; null outside our stock
 * @param orderLineItemId line it was last shipped on
 * @param shipmentId shipment it last left on
 * @param jobId job that installed it
 * @param customerId who holds it outside our stock
 */
public record SerialInfo(
        UUID id,
        UUID productId,
        String serial,
        String normalized,
        SerializedItemStatus status,
        @Nullable UUID inventoryId,
        @Nullable UUID orderLineItemId,
        @Nullable UUID shipmentId,
        @Nullable UUID jobId,
        @Nullable UUID customerId,
        @Nullable Instant receivedAt,
        @Nullable Instant shippedAt,
        @Nullable Instant installedAt,
        @Nullable LocalDate manufacturerWarrantyUntil,
        @Nullable UUID replacedById) {}
