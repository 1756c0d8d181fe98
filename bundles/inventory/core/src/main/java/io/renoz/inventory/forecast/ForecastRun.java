package io.renoz.inventory.forecast;

import io.renoz.data.Tables;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every week: what will be needed next week, and how well the weeks before were guessed. */
@Component
public final class ForecastRun implements Job {

    private static final int WEEK = 7;
    private static final BigDecimal SERVICE_LEVEL = new BigDecimal("95.00");
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    private static final String NEXT = """
            select distinct product_id from inventory.inventory
             where organization_id = ?1 and product_id > cast(?2 as uuid) order by product_id limit 200
            """;

    private static final String OPEN = """
            select id, product_id, forecast_date, demand_quantity from inventory.inventory_forecasts
             where organization_id = ?1 and product_id = any (cast(?2 as uuid[])) and forecast_period = 'weekly'
               and actual_quantity is null and forecast_date + 7 <= cast(?3 as date)
            """;

    private static final String ACTUAL = """
            update inventory.inventory_forecasts set actual_quantity = ?3, forecast_accuracy = cast(?4 as numeric),
                   version = version + 1, updated_at = now()
             where organization_id = ?1 and id = ?2
            """;

    private static final String WRITE = """
            insert into inventory.inventory_forecasts as f
                   (organization_id, product_id, forecast_date, forecast_period, demand_quantity, confidence_level,
                    average_daily_demand, demand_std_dev, safety_stock_level, reorder_point, recommended_order_quantity,
                    history_days, calculated_at)
            values (?1, ?2, cast(?3 as date), 'weekly', ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, now())
            on conflict (organization_id, product_id, forecast_date, forecast_period) do update
               set demand_quantity = excluded.demand_quantity, average_daily_demand = excluded.average_daily_demand,
                   demand_std_dev = excluded.demand_std_dev, safety_stock_level = excluded.safety_stock_level,
                   reorder_point = excluded.reorder_point, history_days = excluded.history_days,
                   recommended_order_quantity = excluded.recommended_order_quantity, calculated_at = now(),
                   version = f.version + 1
            """;

    private final Tables tables;
    private final History history;
    private final Goods goods;
    private final Calculation calculation;
    private final InventoryCalendar calendar;

    @Activate
    public ForecastRun(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference History history,
            @Reference Goods goods,
            @Reference Calculation calculation,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.history = history;
        this.goods = goods;
        this.calculation = calculation;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "inventory.forecast-run";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofDays(WEEK));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        List<UUID> products = Sql.column(tables, UUID.class, NEXT, from.orElse(new UUID(0, 0).toString()));
        if (products.isEmpty()) {
            return Optional.empty();
        }
        fillActuals(products);
        LocalDate week = calendar.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Map<UUID, ProductSummary> known = goods.find(products);
        history.of(products).forEach((product, demand) -> {
            if (demand.days() >= Demand.LEAST_DAYS) {
                write(product, known.get(product), week, demand);
            }
        });
        return Optional.of(products.get(products.size() - 1).toString());
    }

    private void write(UUID product, @Nullable ProductSummary summary, LocalDate week, Demand demand) {
        Calculation.Answer answer = calculation.of(product, summary, demand, SERVICE_LEVEL, null);
        Sql.of(
                        tables,
                        WRITE,
                        product,
                        week.toString(),
                        demand.of(WEEK),
                        SERVICE_LEVEL,
                        answer.averageDailyDemand(),
                        answer.demandStdDev(),
                        answer.safetyStock(),
                        answer.reorderPoint(),
                        answer.economicQuantity(),
                        demand.days())
                .executeUpdate();
    }

    private void fillActuals(List<UUID> products) {
        List<Object[]> open =
                Sql.rows(tables, OPEN, Sql.array(products), calendar.today().toString());
        if (open.isEmpty()) {
            return;
        }
        Map<UUID, Map<LocalDate, BigDecimal>> perDay =
                history.perDay(products, calendar.today().minusDays(History.LONGEST));
        for (Object[] row : open) {
            LocalDate begin = java.util.Objects.requireNonNull(Sql.date(row[2]));
            Map<LocalDate, BigDecimal> days = perDay.getOrDefault((UUID) row[1], Map.of());
            BigDecimal actual = BigDecimal.ZERO;
            for (int i = 0; i < WEEK; i++) {
                actual = actual.add(days.getOrDefault(begin.plusDays(i), BigDecimal.ZERO));
            }
            BigDecimal accuracy = accuracy(Sql.number(row[3]), actual);
            Sql.of(tables, ACTUAL, row[0], actual, accuracy == null ? null : accuracy.toPlainString())
                    .executeUpdate();
        }
    }

    /** 100 less the deviation in percent of the forecast, not below 0; not available where nothing was forecast. */
    static @Nullable BigDecimal accuracy(BigDecimal forecast, BigDecimal actual) {
        if (forecast.signum() == 0) {
            return null;
        }
        BigDecimal off = actual.subtract(forecast).abs().multiply(HUNDRED).divide(forecast, 2, RoundingMode.HALF_UP);
        return HUNDRED.subtract(off).max(BigDecimal.ZERO);
    }
}
