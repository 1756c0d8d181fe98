package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An issued order that had something due at the end of a day.
 *
 * @param daysLate days between due date and that day; negative while it is not due
 * @param balance as it stood then
 */
public record OpenItem(
        UUID orderId,
        String orderNumber,
        @Nullable String invoiceNumber,
        UUID customerId,
        String customerName,
        LocalDate invoiceDate,
        @Nullable LocalDate dueDate,
        int daysLate,
        BigDecimal total,
        BigDecimal balance) {}
