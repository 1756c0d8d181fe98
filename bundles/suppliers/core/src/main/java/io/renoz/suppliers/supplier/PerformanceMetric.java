package io.renoz.suppliers.supplier;

import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How well a supplier did in a month; written by {@link MetricsRun} alone. */
@Entity
@Table(schema = "suppliers", name = "supplier_performance_metrics")
class PerformanceMetric extends TenantRecord {

    UUID supplierId;
    LocalDate metricMonth;
    int totalOrdersDelivered;
    int onTimeDeliveries;
    int lateDeliveries;

    @Nullable
    BigDecimal averageDeliveryDays;

    @Nullable
    BigDecimal averageDaysLate;

    BigDecimal totalItemsReceived = BigDecimal.ZERO;
    BigDecimal acceptedItems = BigDecimal.ZERO;
    BigDecimal rejectedItems = BigDecimal.ZERO;

    @Nullable
    BigDecimal defectRate;

    BigDecimal totalSpend = BigDecimal.ZERO;
    BigDecimal averageOrderValue = BigDecimal.ZERO;
    BigDecimal priceVarianceTotal = BigDecimal.ZERO;

    @Nullable
    BigDecimal averageResponseTimeHours;

    @Nullable
    BigDecimal deliveryScore;

    @Nullable
    BigDecimal qualityScore;

    @Nullable
    BigDecimal priceScore;

    @Nullable
    BigDecimal overallScore;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected PerformanceMetric() {}

    PerformanceMetric(UUID supplierId, LocalDate metricMonth) {
        this.supplierId = supplierId;
        this.metricMonth = metricMonth;
    }

    /** Rewrites the month. */
    void take(Figures figures) {
        totalOrdersDelivered = figures.delivered();
        onTimeDeliveries = figures.onTime();
        lateDeliveries = figures.delivered() - figures.onTime();
        averageDeliveryDays = Figures.kept(figures.deliveryDays());
        averageDaysLate = Figures.kept(figures.daysLate());
        totalItemsReceived = figures.received();
        acceptedItems = figures.accepted();
        rejectedItems = figures.rejected();
        defectRate = figures.defectRate();
        totalSpend = figures.spend();
        averageOrderValue = figures.averageOrderValue();
        priceVarianceTotal = figures.variance();
        averageResponseTimeHours = Figures.kept(figures.responseHours());
        deliveryScore = figures.deliveryScore();
        qualityScore = figures.qualityScore();
        priceScore = figures.priceScore();
        overallScore = figures.overallScore();
    }
}
