package io.renoz.inventory.stock;

import io.renoz.data.Tables;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import io.renoz.inventory.api.InventoryValuation;
import io.renoz.inventory.api.ValuationScope;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** INV-08: what stock is worth: the sum of all values that were moved. */
@Component(service = {InventoryValuation.class, Valuations.class})
public final class Valuations implements InventoryValuation {

    private static final String AVERAGE = """
            select coalesce(sum(b.quantity_on_hand), 0), coalesce(sum(b.total_value), 0),
                   (array_agg(b.unit_cost order by b.last_movement_at desc nulls last, b.id))[1]
              from inventory.inventory b
             where b.organization_id = ?1 and b.product_id = ?2 and b.ownership <> 'customer'
            """;

    private static final String AT = """
            select m.product_id, m.location_id, sum(m.quantity) filter (where m.affects_on_hand), sum(m.total_cost)
              from inventory.inventory_movements m
             where m.organization_id = ?1 and m.occurred_at < ?2
               and (cast(?3 as uuid) is null or m.product_id = cast(?3 as uuid))
               and (cast(?4 as uuid) is null or m.location_id = cast(?4 as uuid))
             group by 1, 2
            having sum(m.total_cost) <> 0 or sum(m.quantity) filter (where m.affects_on_hand) <> 0
             order by 1, 2
            """;

    private static final String LAYERS = """
            select (select coalesce(sum(total_value), 0) from inventory.inventory where organization_id = ?1),
                   (select coalesce(sum(cost_remaining), 0) from inventory.inventory_cost_layers
                     where organization_id = ?1 and quantity_remaining > 0),
                   (select coalesce(sum(total_value), 0) from inventory.inventory
                     where organization_id = ?1 and quantity_on_hand < 0)
            """;

    private final Tables tables;
    private final Movements movements;
    private final InventoryCalendar calendar;

    @Activate
    public Valuations(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference Movements movements,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.movements = movements;
        this.calendar = calendar;
    }

    /** What there was of a product at a location, and its value. */
    record Worth(UUID product, UUID location, BigDecimal quantity, BigDecimal value) {}

    /**
     * Balances against their layers, now.
     *
     * @param balances value of all balances
     * @param layers value of all open layers
     * @param debts value of balances below zero, which have no layers
     */
    record Reconciliation(BigDecimal balances, BigDecimal layers, BigDecimal debts) {

        BigDecimal difference() {
            return balances.subtract(layers).subtract(debts);
        }
    }

    @Override
    public BigDecimal averageCost(UUID productId) {
        Object[] row = Sql.rows(tables, AVERAGE, productId).get(0);
        return Amounts.unitCost(Sql.number(row[1]), Sql.number(row[0]), Amounts.money(Sql.number(row[2])));
    }

    @Override
    public BigDecimal valueAt(LocalDate day, ValuationScope scope) {
        return worth(day, scope.productId(), scope.locationId()).stream()
                .map(Worth::value)
                .reduce(Amounts.NO_MONEY, BigDecimal::add);
    }

    @Override
    public BigDecimal costOf(UUID postingId) {
        return movements.cost(postingId);
    }

    /** By product and location at the end of a day. */
    List<Worth> worth(LocalDate day, @Nullable UUID product, @Nullable UUID location) {
        return Sql.rows(tables, AT, Timestamp.from(calendar.endOf(day)), text(product), text(location)).stream()
                .map(row -> new Worth((UUID) row[0], (UUID) row[1], Sql.number(row[2]), Sql.number(row[3])))
                .toList();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    Reconciliation reconciliation() {
        Object[] row = Sql.rows(tables, LAYERS).get(0);
        return new Reconciliation(Sql.number(row[0]), Sql.number(row[1]), Sql.number(row[2]));
    }
}
