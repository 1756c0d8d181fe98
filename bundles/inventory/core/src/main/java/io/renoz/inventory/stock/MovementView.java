package io.renoz.inventory.stock;

import io.renoz.data.Json;
import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a line of the ledger. */
public record MovementView(
        UUID id,
        int version,
        Instant createdAt,
        @Nullable UUID createdBy,
        long movementNumber,
        UUID postingId,
        UUID inventoryId,
        UUID productId,
        UUID locationId,
        UUID warehouseLocationId,
        MovementType movementType,
        BigDecimal quantity,
        boolean affectsOnHand,
        BigDecimal previousQuantity,
        BigDecimal newQuantity,
        BigDecimal unitCost,
        BigDecimal totalCost,
        String referenceType,
        @Nullable UUID referenceId,
        @Nullable UUID referenceLineId,
        @Nullable String referenceNumber,
        @Nullable UUID reservationId,
        @Nullable AdjustmentReason reason,
        @Nullable UUID reversalOfId,
        Instant occurredAt,
        @Nullable String notes,
        @Nullable Json metadata)
        implements Versioned {}
