package io.renoz.orders.directory;

import io.renoz.customers.api.OrderFigures;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-25: what a customer bought, paid and owes. */
@Component(service = Figures.class)
public final class Figures {

    private static final int YEAR = 365;

    private static final String FIGURES = """
            select min(order_date) filter (where counts), max(order_date) filter (where counts),
                   count(*) filter (where counts), coalesce(sum(total) filter (where counts), 0),
                   coalesce(sum(paid_amount), 0),
                   count(*) filter (where counts and order_date > ?3),
                   coalesce(sum(total) filter (where counts and order_date > ?3), 0),
                   coalesce(sum(balance_due) filter (where owed), 0),
                   coalesce(sum(balance_due) filter (where owed and due_date < ?4), 0)
              from (select *, status not in ('draft', 'cancelled') as counts,
                           status not in ('draft', 'cancelled') and invoice_number is not null and balance_due > 0 as owed
                      from orders.orders
                     where organization_id = ?1 and customer_id = ?2 and deleted_at is null) o""";

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Figures(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Absolute, as of now. */
    public OrderFigures of(UUID customer) {
        Instant now = Instant.now(clock);
        LocalDate today = organizations.current().today(clock);
        var row = (Object[]) tables.entities()
                .createNativeQuery(FIGURES)
                .setParameter(1, Call.tenant())
                .setParameter(2, customer)
                .setParameter(3, today.minusDays(YEAR))
                .setParameter(4, today)
                .getSingleResult();
        return new OrderFigures(
                now,
                day(row[0]),
                day(row[1]),
                ((Number) row[2]).intValue(),
                (BigDecimal) row[3],
                (BigDecimal) row[4],
                ((Number) row[5]).intValue(),
                (BigDecimal) row[6],
                (BigDecimal) row[7],
                (BigDecimal) row[8]);
    }

    private static @Nullable LocalDate day(@Nullable Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
