package io.renoz.customers.health;

import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The components of a customer's health on one day. Only ever written by the nightly run, many at once. */
@Entity
@Table(schema = "customers", name = "customer_health_metrics")
class HealthDay extends TenantRecord {

    UUID customerId;
    LocalDate metricDate;

    @Nullable
    BigDecimal recencyScore;

    @Nullable
    BigDecimal frequencyScore;

    @Nullable
    BigDecimal monetaryScore;

    @Nullable
    BigDecimal engagementScore;

    @Nullable
    BigDecimal overallScore;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected HealthDay() {}
}
