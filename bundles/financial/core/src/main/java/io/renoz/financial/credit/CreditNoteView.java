package io.renoz.financial.credit;

import io.renoz.data.Versioned;
import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.api.TaxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a credit note. */
public record CreditNoteView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable String creditNoteNumber,
        @Nullable UUID orderId,
        UUID customerId,
        String customerName,
        CreditNoteStatus status,
        CreditNoteReason reasonCode,
        String reason,
        @Nullable LocalDate issueDate,
        String currency,
        BigDecimal subtotal,
        BigDecimal taxAmount,
        BigDecimal amount,
        BigDecimal appliedAmount,
        BigDecimal refundedAmount,
        BigDecimal remainingAmount,
        @Nullable UUID returnAuthorizationId,
        @Nullable UUID issuedBy,
        @Nullable Instant issuedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID voidedBy,
        @Nullable Instant voidedAt,
        @Nullable String voidReason,
        @Nullable Instant sentAt,
        @Nullable UUID documentAttachmentId,
        @Nullable String internalNotes,
        @Nullable String clientRequestId,
        List<Line> lines)
        implements Versioned {

    /** A line of it. */
    public record Line(
            UUID id,
            int lineNumber,
            @Nullable UUID orderLineItemId,
            @Nullable UUID productId,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            TaxType taxType,
            BigDecimal taxRate,
            BigDecimal lineSubtotal,
            BigDecimal taxAmount,
            BigDecimal lineTotal,
            boolean restock) {}
}
