package io.renoz.customers.health;

import io.renoz.customers.api.OrderFigures;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Figures of one customer, opened with the account. Apart from the customer, so that computing them never disturbs somebody who edits the account. */
@Entity
@Table(schema = "customers", name = "customer_metrics")
public class CustomerMetrics extends TenantRecord {

    UUID customerId;

    @Nullable
    LocalDate firstOrderDate;

    @Nullable
    LocalDate lastOrderDate;

    int totalOrders;
    BigDecimal totalOrderValue = BigDecimal.ZERO;
    BigDecimal averageOrderValue = BigDecimal.ZERO;
    BigDecimal lifetimeValue = BigDecimal.ZERO;

    @Column(name = "orders_last_365_days")
    int ordersLast365Days;

    @Column(name = "value_last_365_days")
    BigDecimal valueLast365Days = BigDecimal.ZERO;

    BigDecimal openBalance = BigDecimal.ZERO;
    BigDecimal overdueBalance = BigDecimal.ZERO;
    BigDecimal openOpportunityValue = BigDecimal.ZERO;

    @Nullable
    Instant lastActivityAt;

    @Nullable
    Integer healthScore;

    @Nullable
    Instant healthScoreUpdatedAt;

    @Nullable
    String healthOverrideReason;

    @Nullable
    LocalDate healthOverrideUntil;

    @Nullable
    Instant figuresAsOf;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected CustomerMetrics() {}

    /** CUS-19: absolute figures; those taken before the ones known change nothing. */
    void take(OrderFigures figures) {
        if (figuresAsOf != null && figures.asOf().isBefore(figuresAsOf)) {
            return;
        }
        figuresAsOf = figures.asOf();
        firstOrderDate = figures.firstOrderDate();
        lastOrderDate = figures.lastOrderDate();
        totalOrders = figures.totalOrders();
        totalOrderValue = figures.totalOrderValue();
        averageOrderValue = average(figures.totalOrderValue(), figures.totalOrders());
        lifetimeValue = figures.lifetimeValue();
        ordersLast365Days = figures.ordersLast365Days();
        valueLast365Days = figures.valueLast365Days();
        openBalance = figures.openBalance();
        overdueBalance = figures.overdueBalance();
    }

    private static BigDecimal average(BigDecimal value, int count) {
        return count == 0
                ? BigDecimal.ZERO.setScale(2)
                : value.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }

    void pipeline(BigDecimal openValue) {
        openOpportunityValue = openValue;
    }

    /** Raises the moment of the last activity; it never goes back. */
    public void active(Instant at) {
        if (lastActivityAt == null || at.isAfter(lastActivityAt)) {
            lastActivityAt = at;
        }
    }
}
