package io.renoz.suppliers.price;

import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a request to change a price. */
public record PriceChangeView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID supplierId,
        @Nullable UUID priceListId,
        @Nullable UUID agreementId,
        PriceChangeStatus status,
        @Nullable BigDecimal previousPrice,
        BigDecimal newPrice,
        @Nullable BigDecimal priceChange,
        @Nullable BigDecimal changePercent,
        @Nullable String changeReason,
        @Nullable LocalDate effectiveDate,
        UUID requestedBy,
        Instant requestedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejectionReason,
        @Nullable UUID appliedBy,
        @Nullable Instant appliedAt,
        @Nullable String notes)
        implements Versioned {}
