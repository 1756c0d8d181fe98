package io.renoz.customers.health;

import io.renoz.customers.customer.Customer;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/customers/{parent}/health-metrics}, newest first. */
@Component
@Path("customers/{parent}/health-metrics")
public final class HealthDayResource implements PartLists<HealthDayResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID customerId,
            LocalDate metricDate,
            @Nullable BigDecimal recencyScore,
            @Nullable BigDecimal frequencyScore,
            @Nullable BigDecimal monetaryScore,
            @Nullable BigDecimal engagementScore,
            @Nullable BigDecimal overallScore)
            implements Versioned {}

    private final Rows<HealthDay, ?, View> days;

    @Activate
    public HealthDayResource(@Reference(target = "(domain=customers)") Tables tables) {
        days = tables.of(HealthDay.class)
                .filter("metricDate")
                .sort("-metricDate")
                .within("customerId", Customer.class)
                .viewed(View.class, HealthDayResource::view);
    }

    private static View view(HealthDay day) {
        return new View(
                day.id(),
                day.version(),
                day.customerId,
                day.metricDate,
                day.recencyScore,
                day.frequencyScore,
                day.monetaryScore,
                day.engagementScore,
                day.overallScore);
    }

    @Override
    public Rows<HealthDay, ?, View> records() {
        return days;
    }
}
