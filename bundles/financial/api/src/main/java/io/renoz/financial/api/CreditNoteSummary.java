package io.renoz.financial.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credit note as other modules see it.
 *
 * @param number empty while it is a draft
 * @param orderId the order it corrects; null for goodwill on account
 * @param amount with tax
 * @param applied used on orders
 * @param refunded paid out
 * @param remaining amount less what was applied and refunded
 */
public record CreditNoteSummary(
        UUID id,
        @Nullable String number,
        @Nullable UUID orderId,
        UUID customerId,
        CreditNoteStatus status,
        CreditNoteReason reasonCode,
        @Nullable LocalDate issueDate,
        String currency,
        BigDecimal subtotal,
        BigDecimal taxAmount,
        BigDecimal amount,
        BigDecimal applied,
        BigDecimal refunded,
        BigDecimal remaining,
        @Nullable UUID returnAuthorizationId) {}
