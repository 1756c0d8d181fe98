package io.renoz.financial.receivable;

import io.renoz.customers.api.CustomerSummaryContributor;
import io.renoz.customers.api.SummarySection;
import io.renoz.customers.api.SummarySection.Entry;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.financial.api.CreditNotes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a customer owes, on its account page. */
@Component
public final class AccountSection implements CustomerSummaryContributor {

    private static final int NEWEST = 5;

    private final Tables tables;
    private final Aging aging;
    private final CreditNotes credit;
    private final Books books;

    @Activate
    public AccountSection(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Aging aging,
            @Reference CreditNotes credit,
            @Reference Books books) {
        this.tables = tables;
        this.aging = aging;
        this.credit = credit;
        this.books = books;
    }

    @Override
    public SummarySection contribute(UUID customerId) {
        AgingBuckets owed = aging.of(customerId, books.today());
        var amounts = new LinkedHashMap<String, BigDecimal>();
        amounts.put("outstanding", owed.total());
        amounts.put("overdue", owed.overdue());
        amounts.put("unusedCredit", credit.openCredit(customerId));
        return new SummarySection(
                "receivables", Map.of("openCreditNotes", open(customerId)), amounts, newest(customerId));
    }

    private int open(UUID customer) {
        Number count = tables.entities()
                .createQuery(
                        "select count(n) from CreditNote n where n.customerId = :customer and n.status in :open"
                                + " and n.deletedAt is null",
                        Number.class)
                .setParameter("customer", customer)
                .setParameter("open", List.of(CreditNoteStatus.ISSUED, CreditNoteStatus.PARTIALLY_APPLIED))
                .getSingleResult();
        return count.intValue();
    }

    private List<Entry> newest(UUID customer) {
        return tables
                .entities()
                .createQuery(
                        "select n.id, n.creditNoteNumber, n.status, n.issuedAt from CreditNote n"
                                + " where n.customerId = :customer and n.issuedAt is not null order by n.issuedAt desc",
                        Object[].class)
                .setParameter("customer", customer)
                .setMaxResults(NEWEST)
                .getResultList()
                .stream()
                .map(row -> new Entry((UUID) row[0], (String) row[1], Coded.of((Enum<?>) row[2]), (Instant) row[3]))
                .toList();
    }
}
