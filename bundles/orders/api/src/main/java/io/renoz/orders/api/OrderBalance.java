package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is due on an order.
 *
 * @param paid payments less refunds
 * @param credited credits in force
 * @param due total less paid and credited; negative when the customer is owed
 */
public record OrderBalance(
        UUID orderId,
        UUID customerId,
        String orderNumber,
        PaymentStatus paymentStatus,
        BigDecimal total,
        BigDecimal paid,
        BigDecimal credited,
        BigDecimal due,
        @Nullable LocalDate dueDate) {}
