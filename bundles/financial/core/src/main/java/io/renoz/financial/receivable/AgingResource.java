package io.renoz.financial.receivable;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.Money;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.financial.receivable.AgingReport.Buckets;
import io.renoz.financial.receivable.AgingReport.Customer;
import io.renoz.financial.receivable.AgingReport.Order;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.OrderLedger;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/reports/ar-aging} */
@Component
@Path("reports/ar-aging")
public final class AgingResource implements Resource {

    private static final int MOST = 500;

    private final Tables tables;
    private final Aging aging;
    private final OrderLedger ledger;
    private final CustomerDirectory customers;
    private final Books books;

    @Activate
    public AgingResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Aging aging,
            @Reference OrderLedger ledger,
            @Reference CustomerDirectory customers,
            @Reference Books books) {
        this.tables = tables;
        this.aging = aging;
        this.ledger = ledger;
        this.customers = customers;
        this.books = books;
    }

    @GET
    @Summary("Receivables as of a day by age, of all customers or, with its open orders, of one")
    public AgingReport report(
            @QueryParam("asOf") @Nullable LocalDate asOf, @QueryParam("customerId") @Nullable UUID customer) {
        LocalDate day = asOf == null ? books.today() : asOf;
        return customer == null ? all(day) : one(customer, day);
    }

    private AgingReport one(UUID id, LocalDate day) {
        String name = customers
                .find(id)
                .orElseThrow(() -> Problem.parameter("customerId", "There is no such customer."))
                .name();
        List<OpenItem> items = aging.items(id, day);
        Buckets buckets = Buckets.of(Aging.with(Aging.of(items), ledger.balanceAsOf(id, day)));
        BigDecimal unused = unused(day).getOrDefault(id, Money.ZERO);
        var shown = new Customer(
                id,
                name,
                buckets,
                unused,
                items.stream().map(AgingResource::order).toList());
        return new AgingReport(day, buckets, unused, List.of(shown), 0);
    }

    private AgingReport all(LocalDate day) {
        var open = new LinkedHashMap<UUID, List<OpenItem>>();
        aging.items(null, day).forEach(item -> open.computeIfAbsent(item.customerId(), id -> new ArrayList<>())
                .add(item));
        Map<UUID, BigDecimal> unused = unused(day);
        AgingBuckets totals = AgingBuckets.none();
        var shown = new ArrayList<Customer>();
        for (var one : open.entrySet()) {
            AgingBuckets buckets = Aging.with(Aging.of(one.getValue()), ledger.balanceAsOf(one.getKey(), day));
            totals = totals.plus(buckets);
            shown.add(new Customer(
                    one.getKey(),
                    one.getValue().get(0).customerName(),
                    Buckets.of(buckets),
                    unused.getOrDefault(one.getKey(), Money.ZERO),
                    List.of()));
        }
        shown.sort(
                Comparator.comparing((Customer customer) -> customer.buckets().total())
                        .reversed()
                        .thenComparing(Customer::customerId));
        List<Customer> first = shown.subList(0, Math.min(MOST, shown.size()));
        return new AgingReport(day, Buckets.of(totals), Money.sum(unused.values()), first, shown.size() - first.size());
    }

    private static Order order(OpenItem item) {
        return new Order(
                item.orderId(),
                item.orderNumber(),
                item.invoiceNumber(),
                item.invoiceDate(),
                item.dueDate(),
                item.daysLate(),
                item.total(),
                item.balance());
    }

    /** What was left of credit notes at the end of a day, by customer. */
    private Map<UUID, BigDecimal> unused(LocalDate day) {
        List<?> rows = tables.entities()
                .createNativeQuery("select n.customer_id, sum(n.amount - coalesce(u.used, 0))"
                        + " from financial.credit_notes n left join (select credit_note_id, sum(amount) as used"
                        + " from financial.credit_note_applications where organization_id = ?1 and applied_on <= ?2"
                        + " and (reversed_at is null or cast(reversed_at at time zone cast(?3 as text) as date) > ?2)"
                        + " group by credit_note_id) u on u.credit_note_id = n.id"
                        + " where n.organization_id = ?1 and n.issue_date <= ?2 and n.deleted_at is null"
                        + " and (n.voided_at is null or cast(n.voided_at at time zone cast(?3 as text) as date) > ?2)"
                        + " group by n.customer_id having sum(n.amount - coalesce(u.used, 0)) > 0")
                .setParameter(1, Call.tenant())
                .setParameter(2, day)
                .setParameter(3, books.zone().getId())
                .getResultList();
        var unused = new HashMap<UUID, BigDecimal>();
        for (Object row : rows) {
            unused.put((UUID) ((Object[]) row)[0], (BigDecimal) ((Object[]) row)[1]);
        }
        return unused;
    }
}
