package io.renoz.suppliers.supplier;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartLists;
import io.renoz.suppliers.supplier.PerformanceResource.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/suppliers/{parent}/performance}: month by month, the newest first. */
@Component
@Path("suppliers/{parent}/performance")
public final class PerformanceResource implements PartLists<View> {

    /** Nothing comes in this way. */
    record Nothing() {}

    /**
     * A month.
     *
     * @param metricMonth its first day
     * @param priceVarianceTotal invoiced less ordered
     * @param averageResponseTimeHours from sending to the supplier's confirmation
     */
    public record View(
            UUID id,
            int version,
            UUID supplierId,
            LocalDate metricMonth,
            int totalOrdersDelivered,
            int onTimeDeliveries,
            int lateDeliveries,
            @Nullable BigDecimal averageDeliveryDays,
            @Nullable BigDecimal averageDaysLate,
            BigDecimal totalItemsReceived,
            BigDecimal acceptedItems,
            BigDecimal rejectedItems,
            @Nullable BigDecimal defectRate,
            BigDecimal totalSpend,
            BigDecimal averageOrderValue,
            BigDecimal priceVarianceTotal,
            @Nullable BigDecimal averageResponseTimeHours,
            @Nullable BigDecimal deliveryScore,
            @Nullable BigDecimal qualityScore,
            @Nullable BigDecimal priceScore,
            @Nullable BigDecimal overallScore)
            implements Versioned {}

    private final Rows<PerformanceMetric, Nothing, View> months;

    @Activate
    public PerformanceResource(@Reference(target = "(domain=suppliers)") Tables tables) {
        months = tables.of(PerformanceMetric.class)
                .filter("metricMonth")
                .sort("-metricMonth")
                .within("supplierId", Supplier.class)
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<PerformanceMetric, Nothing, View> records() {
        return months;
    }
}
