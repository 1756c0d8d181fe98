package io.renoz.pipeline.quote;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.customers.api.CustomerSummaryContributor;
import io.renoz.customers.api.SummarySection;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Quotes as the customers module asks for them. */
@Component
public final class QuoteCustomers implements CustomerReferenceHolder, CustomerSummaryContributor {

    private static final int NEWEST = 5;
    private static final String OF_CUSTOMER = "select q from Quote q where q.customerId = :customer";

    private final Tables tables;

    @Activate
    public QuoteCustomers(@Reference(target = "(domain=pipeline)") Tables tables) {
        this.tables = tables;
    }

    /** The name on them stays: it is the one they were written to. */
    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        return give(
                tables.entities()
                        .createQuery(OF_CUSTOMER + " order by q.id", Quote.class)
                        .setParameter("customer", from)
                        .getResultList(),
                to);
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        return moved.isEmpty()
                ? 0
                : give(
                                tables.entities()
                                        .createQuery(OF_CUSTOMER + " and q.id in :moved order by q.id", Quote.class)
                                        .setParameter("customer", from)
                                        .setParameter("moved", moved)
                                        .getResultList(),
                                to)
                        .size();
    }

    private List<UUID> give(List<Quote> quotes, UUID to) {
        quotes.forEach(quote -> quote.customerId = to);
        tables.flush();
        return quotes.stream().map(Quote::id).toList();
    }

    @Override
    public int countReferences(UUID customerId) {
        return Math.toIntExact(tables.entities()
                .createQuery(
                        "select count(q) from Quote q where q.customerId = :customer and q.deletedAt is null",
                        Long.class)
                .setParameter("customer", customerId)
                .getSingleResult());
    }

    @Override
    public SummarySection contribute(UUID customerId) {
        var counts = new LinkedHashMap<String, Integer>();
        BigDecimal sent = new BigDecimal("0.00");
        List<?> found = tables.entities()
                .createNativeQuery("select status, count(*), sum(total) from pipeline.quotes where organization_id = ?1"
                        + " and customer_id = ?2 and deleted_at is null group by status order by status")
                .setParameter(1, Call.tenant())
                .setParameter(2, customerId)
                .getResultList();
        for (Object one : found) {
            var row = (Object[]) one;
            counts.put(row[0].toString(), ((Number) row[1]).intValue());
            if (row[0].equals("sent")) {
                sent = (BigDecimal) row[2];
            }
        }
        List<SummarySection.Entry> newest = tables.entities()
                .createQuery(OF_CUSTOMER + " and q.deletedAt is null order by q.id desc", Quote.class)
                .setParameter("customer", customerId)
                .setMaxResults(NEWEST)
                .getResultStream()
                .map(quote ->
                        new SummarySection.Entry(quote.id(), quote.quoteNumber, Coded.of(quote.status), quote.opened()))
                .toList();
        return new SummarySection("quotes", counts, Map.of("sentTotal", sent), newest);
    }
}
