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
}
