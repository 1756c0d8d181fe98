package io.renoz.suppliers.purchase.order;

import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a line. */
public record ItemView(
        UUID id,
        int version,
        UUID purchaseOrderId,
        int lineNumber,
        @Nullable UUID productId,
        String productName,
        @Nullable String productSku,
        @Nullable String supplierProductCode,
        @Nullable String description,
        BigDecimal quantity,
        String unitOfMeasure,
        BigDecimal unitPrice,
        BigDecimal discountPercent,
        BigDecimal taxRate,
        BigDecimal lineSubtotal,
        BigDecimal taxAmount,
        BigDecimal lineTotal,
        @Nullable BigDecimal unitWeightKg,
        @Nullable UUID priceListId,
        BigDecimal quantityReceived,
        BigDecimal quantityRejected,
        BigDecimal quantityReturned,
        BigDecimal quantityCancelled,
        BigDecimal quantityPending,
        @Nullable BigDecimal landedUnitCost,
        @Nullable LocalDate expectedDeliveryDate,
        @Nullable LocalDate actualDeliveryDate,
        @Nullable UUID orderLineItemId,
        @Nullable UUID jobMaterialId,
        @Nullable String notes)
        implements Versioned {}
