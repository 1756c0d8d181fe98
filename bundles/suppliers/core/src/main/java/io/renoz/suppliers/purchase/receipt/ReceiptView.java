package io.renoz.suppliers.purchase.receipt;

import io.renoz.data.Versioned;
import io.renoz.suppliers.InspectionRequirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a receipt. */
public record ReceiptView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        UUID purchaseOrderId,
        String receiptNumber,
        ReceiptStatus status,
        @Nullable UUID locationId,
        UUID receivedBy,
        Instant receivedAt,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String deliveryReference,
        @Nullable Integer packageCount,
        BigDecimal totalItemsExpected,
        BigDecimal totalItemsReceived,
        BigDecimal totalItemsAccepted,
        BigDecimal totalItemsRejected,
        InspectionRequirement inspectionRequirement,
        @Nullable Instant inspectionCompletedAt,
        @Nullable UUID inspectionCompletedBy,
        @Nullable UUID inventoryPostingId,
        @Nullable Instant reversedAt,
        @Nullable UUID reversedBy,
        @Nullable String reversalReason,
        @Nullable String qualityNotes,
        @Nullable String notes,
        List<Line> items)
        implements Versioned {

    /** What arrived for one line of the order. */
    public record Line(
            UUID id,
            UUID purchaseOrderItemId,
            int lineNumber,
            BigDecimal quantityExpected,
            BigDecimal quantityReceived,
            BigDecimal quantityAccepted,
            BigDecimal quantityRejected,
            ItemCondition condition,
            @Nullable RejectionReason rejectionReason,
            @Nullable String qualityNotes,
            @Nullable UUID warehouseLocationId,
            @Nullable String lotNumber,
            @Nullable LocalDate expiryDate,
            List<String> serialNumbers,
            BigDecimal unitCostBase,
            BigDecimal landedCostTotal) {

        public Line {
            serialNumbers = serialNumbers == null ? List.of() : List.copyOf(serialNumbers);
        }
    }
}
