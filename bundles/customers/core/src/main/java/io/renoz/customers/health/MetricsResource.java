package io.renoz.customers.health;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.rest.Lists;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/customers/metrics} */
@Component
@Path("metrics")
public final class MetricsResource implements Lists<MetricsView> {

    private final Rows<CustomerMetrics, Void, MetricsView> metrics;

    @Activate
    public MetricsResource(@Reference(target = "(domain=customers)") Tables tables) {
        metrics = tables.of(CustomerMetrics.class)
                .filter("healthScore", "lastOrderDate", "overdueBalance", "totalOrders")
                .sort("healthScore", "lastOrderDate", "totalOrderValue", "overdueBalance")
                .viewed(MetricsView.class, MetricsView::of);
    }

    @Override
    public Rows<CustomerMetrics, Void, MetricsView> records() {
        return metrics;
    }
}
