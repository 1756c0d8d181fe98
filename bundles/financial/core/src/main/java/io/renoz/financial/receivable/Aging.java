package io.renoz.financial.receivable;

import io.renoz.data.Page;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.OrderLedger;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-18: what was owed on a day, by age. */
@Component(service = Aging.class)
public final class Aging {

    private final OrderLedger ledger;

    @Activate
    public Aging(@Reference OrderLedger ledger) {
        this.ledger = ledger;
    }

    /** All orders with something due at the end of a day; of one customer, or of all when null. */
    List<OpenItem> items(@Nullable UUID customer, LocalDate asOf) {
        var items = new ArrayList<OpenItem>();
        String cursor = null;
        do {
            Page<OpenItem> page = ledger.openItems(customer, asOf, cursor);
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return items;
    }

    static AgingBuckets of(List<OpenItem> items) {
        AgingBuckets buckets = AgingBuckets.none();
        for (OpenItem item : items) {
            buckets = buckets.plus(item.balance(), item.daysLate());
        }
        return buckets;
    }

    /** What a customer owed; what it had paid too much, or in advance, counts as minus in current. */
    public AgingBuckets of(UUID customer, LocalDate asOf) {
        return with(of(items(customer, asOf)), ledger.balanceAsOf(customer, asOf));
    }

    /**
     * Adds what no open order shows, which can only be owed to the customer.
     *
     * @throws Problem {@code internal-error} when the ledger says that more is owed than its open orders do
     */
    static AgingBuckets with(AgingBuckets open, BigDecimal balance) {
        BigDecimal rest = balance.subtract(open.total());
        if (rest.signum() > 0) {
            throw Problem.of("internal-error", "The open orders do not add up to the balance.")
                    .with("openItems", open.total())
                    .with("balance", balance);
        }
        return open.plus(rest, 0);
    }
}
