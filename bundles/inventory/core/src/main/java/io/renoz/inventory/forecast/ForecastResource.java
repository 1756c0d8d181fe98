package io.renoz.inventory.forecast;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.Goods;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductSummary;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/forecasts} */
@Component
@Path("forecasts")
public final class ForecastResource implements Reads<ForecastResource.View> {

    private static final BigDecimal USUAL_LEVEL = new BigDecimal("95.00");

    /** Callers set nothing. */
    private record Nothing(ForecastPeriod forecastPeriod) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            UUID productId,
            LocalDate forecastDate,
            ForecastPeriod forecastPeriod,
            BigDecimal demandQuantity,
            @Nullable BigDecimal actualQuantity,
            @Nullable BigDecimal forecastAccuracy,
            @Nullable BigDecimal confidenceLevel,
            @Nullable BigDecimal averageDailyDemand,
            @Nullable BigDecimal demandStdDev,
            @Nullable BigDecimal safetyStockLevel,
            @Nullable BigDecimal reorderPoint,
            @Nullable BigDecimal recommendedOrderQuantity,
            int historyDays,
            Instant calculatedAt)
            implements Versioned {}

    /**
     * What to calculate.
     *
     * @param leadTimeDays the product's when left out
     * @param serviceLevelPercent how often stock shall suffice; 95 when left out
     */
    public record Question(
            @NotNull UUID productId,
            @Nullable @PositiveOrZero @Max(3650) Integer leadTimeDays,

            @Nullable @DecimalMin("50") @DecimalMax("99.90") @Digits(integer = 2, fraction = 2)
            BigDecimal serviceLevelPercent) {}

    private final Goods goods;
    private final History history;
    private final Calculation calculation;
    private final Rows<InventoryForecast, ?, View> forecasts;

    @Activate
    public ForecastResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Goods goods,
            @Reference History history,
            @Reference Calculation calculation) {
        this.goods = goods;
        this.history = history;
        this.calculation = calculation;
        this.forecasts = tables.of(InventoryForecast.class)
                .filter("productId", "forecastPeriod", "forecastDate", "createdAt")
                .sort("-forecastDate", "demandQuantity", "id")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<InventoryForecast, ?, View> records() {
        return forecasts;
    }

    @POST
    @Path("calculate")
    @Summary("Computes safety stock, reorder point and economic quantity of a product")
    @Answers({"insufficient-history", "not-found"})
    public Calculation.Answer calculate(Question question) {
        UUID product = question.productId();
        ProductSummary summary = goods.find(List.of(product)).get(product);
        if (summary == null) {
            throw Problem.notFound("product");
        }
        Demand demand = history.of(List.of(product)).get(product);
        if (demand == null || demand.days() < Demand.LEAST_DAYS) {
            throw Problem.of("insufficient-history", "At least " + Demand.LEAST_DAYS + " days of movements are needed.")
                    .with("historyDays", demand == null ? 0 : demand.days());
        }
        return calculation.of(
                product,
                summary,
                demand,
                Objects.requireNonNullElse(question.serviceLevelPercent(), USUAL_LEVEL),
                question.leadTimeDays());
    }
}
