package io.renoz.suppliers.price;

import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a price.
 *
 * @param effectivePrice base price less discount, never below zero
 * @param pendingPriceChangeId the request that the change just made became, since somebody has to decide on it; until then the
 *     price is what it was
 */
public record PriceView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID supplierId,
        UUID productId,
        PriceListStatus status,
        @Nullable String supplierProductCode,
        @Nullable String supplierProductName,
        String currency,
        BigDecimal basePrice,
        DiscountType discountType,
        BigDecimal discountValue,
        BigDecimal effectivePrice,
        String unitOfMeasure,
        BigDecimal minQuantity,
        @Nullable BigDecimal maxQuantity,
        @Nullable BigDecimal minOrderQty,
        BigDecimal orderMultiple,
        @Nullable Integer leadTimeDays,
        LocalDate effectiveDate,
        @Nullable LocalDate expiryDate,
        boolean isPreferredPrice,
        @Nullable UUID priceAgreementId,
        @Nullable String notes,
        @Nullable UUID pendingPriceChangeId)
        implements Versioned {}
