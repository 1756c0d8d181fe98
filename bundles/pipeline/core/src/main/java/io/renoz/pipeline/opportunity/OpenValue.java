package io.renoz.pipeline.opportunity;

import io.renoz.customers.api.CustomerFigures;
import io.renoz.data.Tables;
import io.renoz.pipeline.Turns;
import io.renoz.pipeline.api.OpportunityStage;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells the customers module what the open opportunities of an account are worth. */
@Component(service = OpenValue.class)
public final class OpenValue {

    static final Set<OpportunityStage> OPEN = EnumSet.range(OpportunityStage.NEW, OpportunityStage.NEGOTIATION);

    private final Tables tables;
    private final CustomerFigures figures;
    private final Clock clock;

    @Activate
    public OpenValue(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference CustomerFigures figures,
            @Reference Clock clock) {
        this.tables = tables;
        this.figures = figures;
        this.clock = clock;
    }

    /** Reports of one customer come one after the other, so that none misses what the one before has counted. */
    void report(Collection<UUID> customers) {
        List<UUID> all = customers.stream().distinct().sorted().toList();
        all.forEach(customer -> Turns.take(tables, "open-value:" + customer));
        Map<UUID, BigDecimal> values = values(all);
        all.forEach(customer ->
                figures.reportPipeline(customer, values.getOrDefault(customer, BigDecimal.ZERO), clock.instant()));
    }

    private Map<UUID, BigDecimal> values(List<UUID> customers) {
        var values = new HashMap<UUID, BigDecimal>();
        if (!customers.isEmpty()) {
            tables.entities()
                    .createQuery(
                            "select o.customerId, sum(o.value) from Opportunity o where o.customerId in :customers"
                                    + " and o.stage in :open and o.deletedAt is null group by o.customerId",
                            Object[].class)
                    .setParameter("customers", customers)
                    .setParameter("open", OPEN)
                    .getResultList()
                    .forEach(row -> values.put((UUID) row[0], (BigDecimal) row[1]));
        }
        return values;
    }
}
