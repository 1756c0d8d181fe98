package io.renoz.customers.health;

import io.renoz.customers.api.CustomerFigures;
import io.renoz.customers.api.OrderFigures;
import io.renoz.customers.customer.Accounts;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the figures that other modules know of customers. */
@Component
public final class Figures implements CustomerFigures {

    private final Tables tables;

    @Activate
    public Figures(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public void report(UUID customerId, OrderFigures figures) {
        locked(customerId).take(figures);
        tables.flush();
    }

    @Override
    public void reportPipeline(UUID customerId, BigDecimal openValue, Instant asOf) {
        locked(customerId).pipeline(openValue);
        tables.flush();
    }

    /** CUS-11: of the account the customer lives on in. CUS-19: locked, so that no older report overtakes a newer. */
    private CustomerMetrics locked(UUID customerId) {
        return Accounts.survivor(tables, customerId)
                .flatMap(id -> tables.findBy(CustomerMetrics.class, "customerId", id))
                .map(metrics -> tables.lock(CustomerMetrics.class, metrics.id()))
                .orElseThrow(() -> Problem.notFound("customer"));
    }
}
