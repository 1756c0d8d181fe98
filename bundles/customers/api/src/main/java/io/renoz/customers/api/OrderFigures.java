package io.renoz.customers.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer's orders in figures, as they stood at one moment.
 *
 * @param asOf when they were taken
 * @param totalOrders confirmed and not cancelled
 * @param lifetimeValue money received less refunds
 * @param openBalance unpaid on issued orders
 */
public record OrderFigures(
        Instant asOf,
        @Nullable LocalDate firstOrderDate,
        @Nullable LocalDate lastOrderDate,
        int totalOrders,
        BigDecimal totalOrderValue,
        BigDecimal lifetimeValue,
        int ordersLast365Days,
        BigDecimal valueLast365Days,
        BigDecimal openBalance,
        BigDecimal overdueBalance) {}
