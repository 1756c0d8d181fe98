package io.renoz.suppliers.agreement;

import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of an agreement. */
public record AgreementView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String agreementNumber,
        UUID supplierId,
        String title,
        @Nullable String description,
        PriceAgreementStatus status,
        LocalDate effectiveDate,
        @Nullable LocalDate expiryDate,
        String currency,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal minimumOrderValue,
        @Nullable BigDecimal commitmentValue,
        BigDecimal purchasedValue,
        @Nullable BigDecimal rebatePercent,
        int totalItems,
        @Nullable UUID submittedBy,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String rejectionReason,
        @Nullable UUID documentAttachmentId,
        @Nullable String termsAndConditions,
        @Nullable String notes,
        List<Item> items)
        implements Versioned {

    /** The agreed price of a product. */
    public record Item(
            UUID id,
            UUID productId,
            BigDecimal unitPrice,
            BigDecimal minQuantity,
            @Nullable BigDecimal committedQuantity,
            BigDecimal purchasedQuantity,
            @Nullable Integer leadTimeDays,
            @Nullable String notes) {}
}
