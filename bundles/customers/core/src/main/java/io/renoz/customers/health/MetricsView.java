package io.renoz.customers.health;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a caller sees of a customer's figures. */
public record MetricsView(
        UUID id,
        int version,
        UUID customerId,
        @Nullable LocalDate firstOrderDate,
        @Nullable LocalDate lastOrderDate,
        int totalOrders,
        BigDecimal totalOrderValue,
        BigDecimal averageOrderValue,
        BigDecimal lifetimeValue,
        int ordersLast365Days,
        BigDecimal valueLast365Days,
        BigDecimal openBalance,
        BigDecimal overdueBalance,
        BigDecimal openOpportunityValue,
        @Nullable Instant lastActivityAt,
        @Nullable Integer healthScore,
        @Nullable Instant healthScoreUpdatedAt,
        @Nullable String healthOverrideReason,
        @Nullable LocalDate healthOverrideUntil,
        @Nullable Instant figuresAsOf)
        implements Versioned {

    /** The figures of one customer. */
    public static Optional<MetricsView> of(Tables tables, UUID customerId) {
        return tables.findBy(CustomerMetrics.class, "customerId", customerId).map(MetricsView::of);
    }

    static MetricsView of(CustomerMetrics m) {
        return new MetricsView(
                m.id(),
                m.version(),
                m.customerId,
                m.firstOrderDate,
                m.lastOrderDate,
                m.totalOrders,
                m.totalOrderValue,
                m.averageOrderValue,
                m.lifetimeValue,
                m.ordersLast365Days,
                m.valueLast365Days,
                m.openBalance,
                m.overdueBalance,
                m.openOpportunityValue,
                m.lastActivityAt,
                m.healthScore,
                m.healthScoreUpdatedAt,
                m.healthOverrideReason,
                m.healthOverrideUntil,
                m.figuresAsOf);
    }
}
