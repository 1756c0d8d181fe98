package io.renoz.financial.plan;

import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.Money;
import io.renoz.financial.Turns;
import io.renoz.financial.plan.Allocating.Link;
import io.renoz.financial.plan.Allocating.Owed;
import io.renoz.financial.plan.Allocating.Paid;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.LedgerEntryType;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderLedger;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-11: which payments pay which instalments. */
@Component(service = Payments.class)
public final class Payments {

    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final Tables tables;
    private final Upkeep upkeep;
    private final OrderDirectory orders;
    private final OrderLedger ledger;
    private final Turns turns;
    private final Books books;

    @Activate
    public Payments(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Upkeep upkeep,
            @Reference OrderDirectory orders,
            @Reference OrderLedger ledger,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.upkeep = upkeep;
        this.orders = orders;
        this.ledger = ledger;
        this.turns = turns;
        this.books = books;
    }

    /**
     * Records a payment on the order and on one of its instalments.
     *
     * @throws Problem {@code already-paid}, {@code exceeds-remaining} and what the ledger of orders refuses with
     */
    void pay(UUID id, NewPayment payment) {
        UUID order = tables.require(Instalment.class, id).orderId;
        turns.ofOrder(order);
        Instalment instalment = tables.lock(Instalment.class, id);
        if (instalment.isPaid()) {
            throw Problem.of("already-paid", "This instalment is paid.");
        }
        if (payment.amount().compareTo(instalment.open()) > 0) {
            throw Problem.of("exceeds-remaining", "Only " + instalment.open() + " of this instalment are open.")
                    .with("remaining", instalment.open());
        }
        books.requireOpen(payment.date());
        UUID made = ledger.recordPayment(order, payment, "instalment:" + Ids.next());
        tables.add(new InstalmentPayment(order, id, made, payment.amount()));
        instalment.paymentReference = payment.reference();
        instalment.paid(instalment.paidAmount.add(payment.amount()), books.now());
        OrderSummary now = orders.find(order).orElseThrow(() -> Problem.notFound("order"));
        List<Instalment> rows = upkeep.of(order);
        upkeep.follow(rows);
        upkeep.tellDueDate(rows, now);
    }

    /** Brings the links in step with the payments of an order; does nothing for an order without a plan. */
    void settle(UUID order) {
        List<Instalment> rows = upkeep.of(order);
        Optional<OrderSummary> known = orders.find(order);
        if (!rows.isEmpty() && known.isPresent()) {
            settle(rows, known.get());
            upkeep.follow(rows);
            upkeep.tellDueDate(rows, known.get());
        }
    }

    /** The same for instalments at hand, without what follows from it. */
    void settle(List<Instalment> rows, OrderSummary order) {
        tables.flush();
        List<LedgerEntry> entries = ledger
                .ledger(order.customerId(), EVER, books.today().plusDays(1))
                .stream()
                .filter(entry -> entry.orderId().equals(order.id()))
                .toList();
        List<InstalmentPayment> stored = links(order.id());
        List<Link> wanted = Allocating.settle(
                rows.stream()
                        .sorted(Allocating.byDay())
                        .map(row -> new Owed(row.id(), row.amount))
                        .toList(),
                payments(entries),
                refunded(entries),
                stored.stream()
                        .map(link -> new Link(link.paymentScheduleId, link.orderPaymentId, link.amount))
                        .toList());
        store(order.id(), stored, wanted);
        rows.forEach(row -> row.paid(
                Money.sum(wanted.stream()
                        .filter(link -> link.instalment().equals(row.id()))
                        .map(Link::amount)
                        .toList()),
                books.now()));
    }

    private static List<Paid> payments(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.type() == LedgerEntryType.PAYMENT)
                .sorted(Comparator.comparing(LedgerEntry::date).thenComparing(LedgerEntry::documentId))
                .map(entry -> new Paid(entry.documentId(), entry.amount().abs()))
                .toList();
    }

    private static BigDecimal refunded(List<LedgerEntry> entries) {
        return Money.sum(entries.stream()
                .filter(entry -> entry.type() == LedgerEntryType.REFUND)
                .map(entry -> entry.amount().abs())
                .toList());
    }

    /** In the order in which they were made. */
    private List<InstalmentPayment> links(UUID order) {
        return tables.entities()
                .createQuery(
                        "select p from InstalmentPayment p where p.orderId = :order order by p.id",
                        InstalmentPayment.class)
                .setParameter("order", order)
                .getResultList();
    }

    private void store(UUID order, List<InstalmentPayment> stored, List<Link> wanted) {
        for (InstalmentPayment link : stored) {
            Optional<Link> kept = wanted.stream().filter(one -> same(link, one)).findFirst();
            if (kept.isEmpty()) {
                tables.remove(link);
            } else if (kept.get().amount().compareTo(link.amount) != 0) {
                link.amount = kept.get().amount();
            }
        }
        wanted.stream()
                .filter(one -> stored.stream().noneMatch(link -> same(link, one)))
                .forEach(
                        one -> tables.add(new InstalmentPayment(order, one.instalment(), one.payment(), one.amount())));
    }

    private static boolean same(InstalmentPayment link, Link one) {
        return link.paymentScheduleId.equals(one.instalment()) && link.orderPaymentId.equals(one.payment());
    }
}
