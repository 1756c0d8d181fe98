package io.renoz.inventory.forecast;

import io.renoz.data.Tables;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What left day by day: shipped or used by jobs; what was reversed did not leave. */
@Component(service = History.class)
public final class History {

    static final int LONGEST = 365;

    private static final String PER_DAY = """
            select m.product_id, cast(m.occurred_at at time zone ?4 as date), -sum(m.quantity)
              from inventory.inventory_movements m
             where m.organization_id = ?1 and m.product_id = any (cast(?2 as uuid[])) and m.affects_on_hand
               and m.movement_type in ('ship', 'issue') and m.occurred_at >= cast(cast(?3 as date) as timestamp) at time zone ?4
             group by 1, 2
            """;

    private static final String SINCE = """
            select m.product_id, cast(min(m.occurred_at) at time zone ?3 as date) from inventory.inventory_movements m
             where m.organization_id = ?1 and m.product_id = any (cast(?2 as uuid[])) and m.affects_on_hand group by 1
            """;

    private final Tables tables;
    private final InventoryCalendar calendar;

    @Activate
    public History(@Reference(target = "(domain=inventory)") Tables tables, @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    /** The demand of each product over the days since it first moved, at most a year and without today. */
    Map<UUID, Demand> of(Collection<UUID> products) {
        LocalDate today = calendar.today();
        LocalDate earliest = today.minusDays(LONGEST);
        Map<UUID, Map<LocalDate, BigDecimal>> perDay = perDay(products, earliest);
        var all = new HashMap<UUID, Demand>();
        for (Object[] row :
                Sql.rows(tables, SINCE, Sql.array(products), calendar.zone().getId())) {
            LocalDate first = java.util.Objects.requireNonNull(Sql.date(row[1]));
            LocalDate since = first.isBefore(earliest) ? earliest : first;
            Map<LocalDate, BigDecimal> days = perDay.getOrDefault((UUID) row[0], Map.of());
            List<BigDecimal> series = new ArrayList<>();
            long count = ChronoUnit.DAYS.between(since, today);
            for (long i = 0; i < count; i++) {
                series.add(days.getOrDefault(since.plusDays(i), BigDecimal.ZERO).max(BigDecimal.ZERO));
            }
            all.put((UUID) row[0], Demand.of(series));
        }
        return all;
    }

    /** What left on each day since a day. */
    Map<UUID, Map<LocalDate, BigDecimal>> perDay(Collection<UUID> products, LocalDate since) {
        var perDay = new HashMap<UUID, Map<LocalDate, BigDecimal>>();
        for (Object[] row : Sql.rows(
                tables,
                PER_DAY,
                Sql.array(products),
                since.toString(),
                calendar.zone().getId())) {
            perDay.computeIfAbsent((UUID) row[0], id -> new HashMap<>()).put(Sql.date(row[1]), Sql.number(row[2]));
        }
        return perDay;
    }
}
