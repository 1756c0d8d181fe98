package io.renoz.inventory.forecast;

import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What demand is expected of a product in a period, and how well that was guessed. */
@Entity
@Table(schema = "inventory", name = "inventory_forecasts")
public class InventoryForecast extends TenantRecord {

    UUID productId;

    LocalDate forecastDate;

    ForecastPeriod forecastPeriod;

    BigDecimal demandQuantity;

    @Nullable
    BigDecimal actualQuantity;

    @Nullable
    BigDecimal forecastAccuracy;

    @Nullable
    BigDecimal confidenceLevel;

    @Nullable
    BigDecimal averageDailyDemand;

    @Nullable
    BigDecimal demandStdDev;

    @Nullable
    BigDecimal safetyStockLevel;

    @Nullable
    BigDecimal reorderPoint;

    @Nullable
    BigDecimal recommendedOrderQuantity;

    int historyDays;

    Instant calculatedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected InventoryForecast() {}
}
