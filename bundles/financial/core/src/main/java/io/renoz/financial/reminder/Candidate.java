package io.renoz.financial.reminder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that is open, and the step it would get today.
 *
 * @param dueDate of the oldest unpaid instalment where it has a plan
 * @param daysOverdue negative before that day
 * @param remindersSent so far
 * @param templateId the step; null when it gets none
 * @param leftOut why it gets none
 */
public record Candidate(
        UUID orderId,
        String orderNumber,
        @Nullable String invoiceNumber,
        UUID customerId,
        String customerName,
        @Nullable LocalDate dueDate,
        int daysOverdue,
        BigDecimal balanceDue,
        int remindersSent,
        @Nullable UUID templateId,
        @Nullable String templateName,
        @Nullable Integer ladderDays,
        Ladder.@Nullable LeftOut leftOut) {

    /** FIN-14: a step goes out once for an order and a due date. */
    String runKey(int days) {
        return orderId + ":" + days + ":" + dueDate;
    }
}
