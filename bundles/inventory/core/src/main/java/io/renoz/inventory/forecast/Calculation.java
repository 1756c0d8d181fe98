package io.renoz.inventory.forecast;

import io.renoz.inventory.InventorySettings;
import io.renoz.inventory.stock.Valuations;
import io.renoz.products.api.ProductSummary;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-17: safety stock, reorder point and economic quantity of a product. */
@Component(service = Calculation.class)
public final class Calculation {

    private static final int USUAL_LEAD_TIME = 7;

    /** What came out, and of what. */
    public record Answer(
            UUID productId,
            int historyDays,
            int leadTimeDays,
            BigDecimal serviceLevelPercent,
            BigDecimal averageDailyDemand,
            BigDecimal demandStdDev,
            BigDecimal safetyStock,
            BigDecimal reorderPoint,
            BigDecimal economicQuantity,
            BigDecimal unitCost) {}

    private final Valuations valuations;
    private final SettingsReader settings;

    @Activate
    public Calculation(@Reference Valuations valuations, @Reference SettingsReader settings) {
        this.valuations = valuations;
        this.settings = settings;
    }

    Answer of(
            UUID product,
            @Nullable ProductSummary summary,
            Demand demand,
            BigDecimal serviceLevel,
            @Nullable Integer leadTimeDays) {
        Integer usual = summary == null ? null : summary.leadTimeDays();
        int leadTime = leadTimeDays != null ? leadTimeDays : usual != null ? usual : USUAL_LEAD_TIME;
        BigDecimal unitCost = valuations.averageCost(product);
        BigDecimal safety = demand.safetyStock(ServiceLevel.z(serviceLevel), leadTime);
        return new Answer(
                product,
                demand.days(),
                leadTime,
                serviceLevel,
                demand.mean().setScale(3, RoundingMode.HALF_UP),
                demand.deviation().setScale(3, RoundingMode.HALF_UP),
                safety,
                demand.reorderPoint(safety, leadTime),
                demand.economicQuantity(
                        settings.getDecimal(InventorySettings.CATEGORY, InventorySettings.ORDER_COST),
                        unitCost,
                        settings.getDecimal(InventorySettings.CATEGORY, InventorySettings.HOLDING_RATE)),
                unitCost);
    }
}
