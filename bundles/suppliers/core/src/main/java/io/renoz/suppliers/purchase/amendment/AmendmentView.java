package io.renoz.suppliers.purchase.amendment;

import io.renoz.data.Versioned;
import io.renoz.suppliers.purchase.order.HeaderField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of an amendment. */
public record AmendmentView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID purchaseOrderId,
        int amendmentNumber,
        AmendmentStatus status,
        String reason,
        UUID requestedBy,
        Instant requestedAt,
        BigDecimal totalBefore,
        BigDecimal totalAfter,
        @Nullable Integer approvalRound,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejectionReason,
        @Nullable UUID appliedBy,
        @Nullable Instant appliedAt,
        @Nullable Instant supplierNotifiedAt,
        @Nullable String notes,
        List<Line> lines)
        implements Versioned {

    /** A single change. */
    public record Line(
            UUID id,
            AmendmentAction action,
            @Nullable UUID purchaseOrderItemId,
            @Nullable UUID productId,
            @Nullable String description,
            @Nullable BigDecimal oldQuantity,
            @Nullable BigDecimal newQuantity,
            @Nullable BigDecimal oldUnitPrice,
            @Nullable BigDecimal newUnitPrice,
            @Nullable LocalDate oldExpectedDeliveryDate,
            @Nullable LocalDate newExpectedDeliveryDate,
            @Nullable HeaderField headerField,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
