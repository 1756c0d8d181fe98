package io.renoz.financial.receivable;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.SegmentCriteria;
import io.renoz.data.Page;
import io.renoz.financial.Money;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.financial.api.CreditNotes;
import io.renoz.financial.api.Period;
import io.renoz.financial.api.Receivables;
import io.renoz.financial.api.ReceivablesSummary;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.OrderLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receivables as other modules meet them. */
@Component
public final class ReceivablesDesk implements Receivables {

    private final Aging aging;
    private final OrderLedger ledger;
    private final CustomerDirectory customers;
    private final CreditNotes credit;

    @Activate
    public ReceivablesDesk(
            @Reference Aging aging,
            @Reference OrderLedger ledger,
            @Reference CustomerDirectory customers,
            @Reference CreditNotes credit) {
        this.aging = aging;
        this.ledger = ledger;
        this.customers = customers;
        this.credit = credit;
    }

    @Override
    public AgingBuckets aging(UUID customerId, LocalDate asOf) {
        return aging.of(customerId, asOf);
    }

    /** Customer by customer, a few statements each: for reports, which are made in the background. */
    @Override
    public ReceivablesSummary summary(Period period) {
        var sums = new ReceivablesSummary(period, Money.ZERO, Money.ZERO, Money.ZERO, AgingBuckets.none(), Money.ZERO);
        String cursor = null;
        do {
            Page<UUID> page = customers.matching(new SegmentCriteria(Map.of()), cursor);
            for (UUID customer : page.items()) {
                sums = plus(sums, customer);
            }
            cursor = page.next();
        } while (cursor != null);
        return sums;
    }

    private ReceivablesSummary plus(ReceivablesSummary sums, UUID customer) {
        Period period = sums.period();
        List<LedgerEntry> entries = ledger.ledger(customer, period.from(), period.to());
        BigDecimal invoiced = sums.invoiced();
        BigDecimal received = sums.received();
        BigDecimal credited = sums.credited();
        for (LedgerEntry entry : entries) {
            switch (entry.type()) {
                case INVOICE -> invoiced = invoiced.add(entry.amount());
                case PAYMENT, REFUND -> received = received.subtract(entry.amount());
                case CREDIT -> credited = credited.subtract(entry.amount());
            }
        }
        return new ReceivablesSummary(
                period,
                invoiced,
                received,
                credited,
                sums.aging().plus(aging.of(customer, period.to())),
                sums.unusedCredit().add(credit.openCredit(customer)));
    }
}
