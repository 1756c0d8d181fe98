package io.renoz.orders.amendment;

import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of an amendment.
 *
 * @param amendmentNumber 1, 2, 3 within the order
 * @param totalAfter computed when it is requested and again when it is applied
 */
public record AmendmentView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID orderId,
        int amendmentNumber,
        AmendmentType amendmentType,
        AmendmentStatus status,
        String reason,
        Instant requestedAt,
        UUID requestedBy,
        @Nullable Instant reviewedAt,
        @Nullable UUID reviewedBy,
        @Nullable String reviewNote,
        @Nullable Instant appliedAt,
        @Nullable UUID appliedBy,
        int orderVersionBefore,
        @Nullable Integer orderVersionAfter,
        @Nullable BigDecimal newShippingAmount,
        @Nullable BigDecimal newDiscountPercent,
        @Nullable BigDecimal newDiscountFixed,
        @Nullable LocalDate newRequiredDate,
        @Nullable LocalDate newPromisedDate,
        @Nullable UUID newCustomerAddressId,
        BigDecimal totalBefore,
        BigDecimal totalAfter,
        BigDecimal difference,
        List<Item> items)
        implements Versioned {

    /** What it does to a line. */
    public record Item(
            UUID id,
            AmendmentItemAction action,
            @Nullable UUID orderLineItemId,
            @Nullable UUID productId,
            @Nullable String description,
            @Nullable BigDecimal quantityBefore,
            @Nullable BigDecimal quantityAfter,
            @Nullable BigDecimal unitPriceBefore,
            @Nullable BigDecimal unitPriceAfter,
            @Nullable BigDecimal discountPercentBefore,
            @Nullable BigDecimal discountPercentAfter,
            @Nullable BigDecimal discountAmountBefore,
            @Nullable BigDecimal discountAmountAfter) {}
}
