package io.renoz.pipeline.opportunity;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.customers.api.CustomerSummaryContributor;
import io.renoz.customers.api.SummarySection;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities as the customers module asks for them. */
@Component
public final class DealCustomers implements CustomerReferenceHolder, CustomerSummaryContributor {

    private static final int NEWEST = 5;
    private static final String OF_CUSTOMER = "select o from Opportunity o where o.customerId = :customer";

    private final Tables tables;
    private final OpenValue openValue;

    @Activate
    public DealCustomers(@Reference(target = "(domain=pipeline)") Tables tables, @Reference OpenValue openValue) {
        this.tables = tables;
        this.openValue = openValue;
    }

    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        List<UUID> moved = give(
                tables.entities()
                        .createQuery(OF_CUSTOMER + " order by o.id", Opportunity.class)
                        .setParameter("customer", from)
                        .getResultList(),
                to);
        if (!moved.isEmpty()) {
            openValue.report(List.of(to));
        }
        return moved;
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        return moved.isEmpty()
                ? 0
                : give(
                                tables.entities()
                                        .createQuery(
                                                OF_CUSTOMER + " and o.id in :moved order by o.id", Opportunity.class)
                                        .setParameter("customer", from)
                                        .setParameter("moved", moved)
                                        .getResultList(),
                                to)
                        .size();
    }

    private List<UUID> give(List<Opportunity> opportunities, UUID to) {
        opportunities.forEach(opportunity -> opportunity.customerId = to);
        tables.flush();
        return opportunities.stream().map(Opportunity::id).toList();
    }

    @Override
    public int countReferences(UUID customerId) {
        return Math.toIntExact(tables.entities()
                .createQuery(
                        "select count(o) from Opportunity o where o.customerId = :customer and o.deletedAt is null",
                        Long.class)
                .setParameter("customer", customerId)
                .getSingleResult());
    }

    @Override
    public SummarySection contribute(UUID customerId) {
        var row = (Object[]) tables.entities()
                .createNativeQuery("select count(*) filter (where stage not in ('won', 'lost')),"
                        + " count(*) filter (where stage = 'won'), count(*) filter (where stage = 'lost'),"
                        + " coalesce(sum(value) filter (where stage not in ('won', 'lost')), 0.00),"
                        + " coalesce(sum(weighted_value) filter (where stage not in ('won', 'lost')), 0.00)"
                        + " from pipeline.opportunities"
                        + " where organization_id = ?1 and customer_id = ?2 and deleted_at is null")
                .setParameter(1, Call.tenant())
                .setParameter(2, customerId)
                .getSingleResult();
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("open", ((Number) row[0]).intValue());
        counts.put("won", ((Number) row[1]).intValue());
        counts.put("lost", ((Number) row[2]).intValue());
        var amounts = new LinkedHashMap<String, BigDecimal>();
        amounts.put("openValue", (BigDecimal) row[3]);
        amounts.put("weightedValue", (BigDecimal) row[4]);
        List<SummarySection.Entry> newest = tables.entities()
                .createQuery(OF_CUSTOMER + " and o.deletedAt is null order by o.id desc", Opportunity.class)
                .setParameter("customer", customerId)
                .setMaxResults(NEWEST)
                .getResultStream()
                .map(found -> new SummarySection.Entry(found.id(), found.title, Coded.of(found.stage), found.opened()))
                .toList();
        return new SummarySection("opportunities", counts, amounts, newest);
    }
}
