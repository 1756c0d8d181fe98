package io.renoz.orders.directory;

import io.renoz.customers.api.CustomerSummaryContributor;
import io.renoz.customers.api.OrderFigures;
import io.renoz.customers.api.SummarySection;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.order.Order;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A customer's orders on its account page. */
@Component
public final class CustomerSection implements CustomerSummaryContributor {

    private static final int NEWEST = 5;

    private static final String COUNTS =
            "select o.status, count(o) from Order o where o.customerId = :customer and o.deletedAt is null group by o.status";

    private final Tables tables;
    private final Figures figures;

    @Activate
    public CustomerSection(@Reference(target = "(domain=orders)") Tables tables, @Reference Figures figures) {
        this.tables = tables;
        this.figures = figures;
    }

    @Override
    public SummarySection contribute(UUID customerId) {
        OrderFigures now = figures.of(customerId);
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        amounts.put("ordered", now.totalOrderValue());
        amounts.put("open", now.openBalance());
        amounts.put("overdue", now.overdueBalance());
        return new SummarySection("orders", counts(customerId), amounts, newest(customerId));
    }

    private Map<String, Integer> counts(UUID customer) {
        var counts = new LinkedHashMap<String, Integer>();
        tables.entities()
                .createQuery(COUNTS, Object[].class)
                .setParameter("customer", customer)
                .getResultList()
                .forEach(row -> counts.put(Coded.of((OrderStatus) row[0]), ((Number) row[1]).intValue()));
        return counts;
    }

    private List<SummarySection.Entry> newest(UUID customer) {
        return tables.entities()
                .createQuery(
                        "select o from Order o where o.customerId = :customer and o.deletedAt is null order by o.id desc",
                        Order.class)
                .setParameter("customer", customer)
                .setMaxResults(NEWEST)
                .getResultStream()
                .map(order -> new SummarySection.Entry(
                        order.id(), order.orderNumber(), Coded.of(order.status()), order.drafted()))
                .toList();
    }
}
