package io.renoz.inventory.alert;

import io.renoz.data.Tables;
import io.renoz.inventory.Goods;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-19: when an alert fires. */
@Component(service = Conditions.class)
public final class Conditions {

    private static final int BATCH = 1000;

    /** Parameters: products or null for all, location or null, today. */
    private static final String FIGURES = """
            select b.product_id,
                   coalesce(sum(b.quantity_available) filter (where b.status = 'available'
                        and b.ownership <> 'customer' and l.is_active
                        and (l.is_sellable or cast(?3 as uuid) is not null)
                        and (b.expiry_date is null or b.expiry_date >= cast(?4 as date))), 0),
                   sum(b.quantity_on_hand),
                   max(b.last_movement_at) >= now() - interval '365 days',
                   coalesce((select cast(cast(?4 as date) - max(cast(m.occurred_at as date)) as int)
                      from inventory.inventory_movements m
                     where m.organization_id = ?1 and m.product_id = b.product_id and m.affects_on_hand
                       and m.movement_type in ('ship', 'issue')
                       and (cast(?3 as uuid) is null or m.location_id = cast(?3 as uuid))),
                     cast(cast(?4 as date) - min(cast(b.created_at as date)) as int))
              from inventory.inventory b
              join inventory.locations l on l.organization_id = ?1 and l.id = b.location_id
             where b.organization_id = ?1
               and (cast(?2 as uuid[]) is null or b.product_id = any (cast(?2 as uuid[])))
               and (cast(?3 as uuid) is null or l.id = cast(?3 as uuid))
             group by b.product_id
            """;

    private static final String EXPIRING = """
            select b.product_id, b.location_id, b.lot_number, cast(min(b.expiry_date) - cast(?4 as date) as int)
              from inventory.inventory b
             where b.organization_id = ?1 and b.quantity_on_hand > 0 and b.expiry_date is not null
               and (cast(?2 as uuid[]) is null or b.product_id = any (cast(?2 as uuid[])))
               and (cast(?3 as uuid) is null or b.location_id = cast(?3 as uuid))
             group by 1, 2, 3
            """;

    private static final String FORECASTS = """
            select distinct on (f.product_id) f.product_id, f.demand_quantity, f.actual_quantity
              from inventory.inventory_forecasts f
             where f.organization_id = ?1 and f.actual_quantity is not null and f.demand_quantity > 0
               and (cast(?2 as uuid[]) is null or f.product_id = any (cast(?2 as uuid[])))
             order by f.product_id, f.forecast_date desc
            """;

    private final Tables tables;
    private final Goods goods;
    private final InventoryCalendar calendar;

    @Activate
    public Conditions(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Goods goods,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.goods = goods;
        this.calendar = calendar;
    }

    /** How much there is of a product, as an alert looks at it. */
    record Figures(UUID product, BigDecimal available, BigDecimal onHand, boolean movedLately, int daysIdle) {}

    /**
     * What an alert finds.
     *
     * @param among the products that are looked at; null for all
     */
    List<Finding> of(InventoryAlert alert, @Nullable Collection<UUID> among) {
        Collection<UUID> products = alert.productId == null ? among : only(alert.productId, among);
        if (products != null && products.isEmpty()) {
            return List.of();
        }
        List<Finding> found =
                switch (alert.alertType) {
                    case LOW_STOCK, OUT_OF_STOCK, OVERSTOCK, SLOW_MOVING -> byFigures(alert, products);
                    case EXPIRY -> expiring(alert, products);
                    case FORECAST_DEVIATION -> deviating(alert, products);
                };
        return inCategory(alert, found);
    }

    private static Collection<UUID> only(UUID product, @Nullable Collection<UUID> among) {
        return among == null || among.contains(product) ? List.of(product) : List.of();
    }

    private List<Object[]> rows(String text, InventoryAlert alert, @Nullable Collection<UUID> products) {
        String location = alert.locationId == null ? null : alert.locationId.toString();
        return Sql.rows(
                tables,
                text,
                products == null ? null : Sql.array(products),
                location,
                calendar.today().toString());
    }

    private List<Finding> byFigures(InventoryAlert alert, @Nullable Collection<UUID> products) {
        List<Figures> all = rows(FIGURES, alert, products).stream()
                .map(row -> new Figures(
                        (UUID) row[0],
                        Sql.number(row[1]),
                        Sql.number(row[2]),
                        Boolean.TRUE.equals(row[3]),
                        row[4] == null ? 0 : ((Number) row[4]).intValue()))
                .toList();
        Map<UUID, ProductSummary> known = alert.alertType == InventoryAlertType.LOW_STOCK && alert.minQuantity == null
                ? products(all.stream().map(Figures::product).toList())
                : Map.of();
        var found = new ArrayList<Finding>();
        all.forEach(figures ->
                judge(alert, figures, reorderPoint(known.get(figures.product))).ifPresent(found::add));
        return found;
    }

    private static BigDecimal reorderPoint(@Nullable ProductSummary product) {
        return product == null ? BigDecimal.ZERO : product.reorderPoint();
    }

    private Map<UUID, ProductSummary> products(List<UUID> ids) {
        var found = new HashMap<UUID, ProductSummary>();
        for (int i = 0; i < ids.size(); i += BATCH) {
            found.putAll(goods.find(ids.subList(i, Math.min(ids.size(), i + BATCH))));
        }
        return found;
    }

    /** Whether the figures of a product fulfil an alert; knows nothing of a database. */
    static Optional<Finding> judge(InventoryAlert alert, Figures figures, BigDecimal reorderPoint) {
        switch (alert.alertType) {
            case LOW_STOCK -> {
                BigDecimal threshold = alert.minQuantity == null ? reorderPoint : alert.minQuantity;
                boolean watched = alert.minQuantity != null || reorderPoint.signum() > 0;
                return when(
                        watched && figures.available.compareTo(threshold) <= 0,
                        alert,
                        figures,
                        figures.available,
                        threshold,
                        "Low stock: " + plain(figures.available) + " available, reorder at " + plain(threshold) + ".");
            }
            case OUT_OF_STOCK -> {
                return when(
                        figures.movedLately && figures.available.signum() <= 0,
                        alert,
                        figures,
                        figures.available,
                        BigDecimal.ZERO,
                        "Out of stock.");
            }
            case OVERSTOCK -> {
                BigDecimal most = Objects.requireNonNullElse(alert.maxQuantity, figures.onHand);
                return when(
                        figures.onHand.compareTo(most) > 0,
                        alert,
                        figures,
                        figures.onHand,
                        most,
                        "Too much stock: " + plain(figures.onHand) + " on hand, at most " + plain(most) + " wanted.");
            }
            case SLOW_MOVING -> {
                int days = Objects.requireNonNullElse(alert.daysWithoutMovement, Integer.MAX_VALUE);
                return when(
                        figures.onHand.signum() > 0 && figures.daysIdle >= days,
                        alert,
                        figures,
                        BigDecimal.valueOf(figures.daysIdle),
                        BigDecimal.valueOf(days),
                        "Nothing left for " + figures.daysIdle + " days.");
            }
            case EXPIRY, FORECAST_DEVIATION -> throw new IllegalArgumentException("Not of the figures of a product");
        }
        return Optional.empty();
    }

    private static Optional<Finding> when(
            boolean holds,
            InventoryAlert alert,
            Figures figures,
            BigDecimal measured,
            BigDecimal threshold,
            String message) {
        return holds
                ? Optional.of(new Finding(figures.product, alert.locationId, "", measured, threshold, message))
                : Optional.empty();
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    private List<Finding> expiring(InventoryAlert alert, @Nullable Collection<UUID> products) {
        int limit = Objects.requireNonNullElse(alert.daysBeforeExpiry, 0);
        return rows(EXPIRING, alert, products).stream()
                .filter(row -> ((Number) row[3]).intValue() <= limit)
                .map(row -> {
                    int days = ((Number) row[3]).intValue();
                    String message = days < 0 ? "Expired " + -days + " days ago." : "Expires in " + days + " days.";
                    return new Finding(
                            (UUID) row[0],
                            (UUID) row[1],
                            (String) row[2],
                            BigDecimal.valueOf(days),
                            BigDecimal.valueOf(limit),
                            message);
                })
                .toList();
    }

    private List<Finding> deviating(InventoryAlert alert, @Nullable Collection<UUID> products) {
        BigDecimal limit = Objects.requireNonNullElse(alert.deviationPercent, BigDecimal.valueOf(Integer.MAX_VALUE));
        return Sql.rows(tables, FORECASTS, products == null ? null : Sql.array(products)).stream()
                .map(row -> {
                    BigDecimal percent = deviation(Sql.number(row[1]), Sql.number(row[2]));
                    return new Finding(
                            (UUID) row[0],
                            alert.locationId,
                            "",
                            percent,
                            limit,
                            "Demand was " + plain(percent) + " % off the forecast.");
                })
                .filter(finding -> finding.measured().compareTo(limit) > 0)
                .toList();
    }

    /** In percent of the forecast, which is above 0. */
    static BigDecimal deviation(BigDecimal forecast, BigDecimal actual) {
        return actual.subtract(forecast)
                .abs()
                .multiply(BigDecimal.valueOf(100))
                .divide(forecast, 2, RoundingMode.HALF_UP);
    }

    private List<Finding> inCategory(InventoryAlert alert, List<Finding> found) {
        if (alert.categoryId == null || found.isEmpty()) {
            return found;
        }
        Set<UUID> categories = new HashSet<>(goods.categoriesBelow(alert.categoryId));
        Map<UUID, ProductSummary> products =
                products(found.stream().map(Finding::product).distinct().toList());
        return found.stream()
                .filter(finding -> Optional.ofNullable(products.get(finding.product()))
                        .map(ProductSummary::categoryId)
                        .filter(categories::contains)
                        .isPresent())
                .toList();
    }
}
