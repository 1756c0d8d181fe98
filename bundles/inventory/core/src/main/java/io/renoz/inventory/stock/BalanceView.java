package io.renoz.inventory.stock;

import io.renoz.data.Versioned;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a balance. */
public record BalanceView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID productId,
        UUID locationId,
        UUID warehouseLocationId,
        String lotNumber,
        StockStatus status,
        StockOwnership ownership,
        BigDecimal quantityOnHand,
        BigDecimal quantityAllocated,
        @Nullable BigDecimal quantityAvailable,
        BigDecimal unitCost,
        BigDecimal totalValue,
        @Nullable LocalDate expiryDate,
        @Nullable Instant lastMovementAt,
        @Nullable Instant lastCountedAt)
        implements Versioned {}
