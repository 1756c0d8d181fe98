package io.renoz.financial.revenue;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.financial.Books;
import io.renoz.financial.FinancialSettings;
import io.renoz.financial.Money;
import io.renoz.financial.OrderEvents;
import io.renoz.financial.Turns;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.LedgerEntryType;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderLedger;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.OrderSummary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * FIN-19, FIN-20: what is delivered is revenue, what was paid before is deferred until then. Orders are looked at as they are
 * now, and what an event brings about has a key of its own, so repeats do no harm.
 */
@Component(service = {EventListener.class, Delivering.class})
public final class Delivering implements EventListener {

    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final Tables tables;
    private final Revenue revenue;
    private final Releasing releasing;
    private final OrderDirectory orders;
    private final OrderLedger ledger;
    private final Turns turns;
    private final Books books;

    @Activate
    public Delivering(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Revenue revenue,
            @Reference Releasing releasing,
            @Reference OrderDirectory orders,
            @Reference OrderLedger ledger,
            @Reference Turns turns,
            @Reference Books books) {
        this.tables = tables;
        this.revenue = revenue;
        this.releasing = releasing;
        this.orders = orders;
        this.ledger = ledger;
        this.turns = turns;
        this.books = books;
    }

    @Override
    public Set<String> events() {
        return Set.of(
                OrderEvents.DELIVERED,
                OrderEvents.CANCELLED,
                OrderEvents.PAYMENT_RECORDED,
                OrderEvents.PAYMENT_REFUNDED,
                OrderEvents.PAYMENT_VOIDED);
    }

    @Override
    public void handle(DomainEvent event) {
        OrderEvents.orderOf(event).ifPresent(id -> {
            turns.ofOrder(id);
            orders.find(id).ifPresent(order -> {
                switch (event.name()) {
                    case OrderEvents.DELIVERED -> delivered(order);
                    case OrderEvents.CANCELLED -> cancelled(order);
                    default -> paid(order);
                }
            });
        });
    }

    /** Nothing that was planned will come. */
    private void cancelled(OrderSummary order) {
        revenue.of(order.id()).stream()
                .filter(entry -> entry.state == RecognitionState.PENDING)
                .forEach(tables::remove);
        tables.flush();
    }

    private void delivered(OrderSummary order) {
        boolean byItself = books.text(FinancialSettings.RECOGNITION_DEFAULT).equals("on_delivery");
        boolean planned =
                revenue.of(order.id()).stream().anyMatch(entry -> entry.recognitionType != RecognitionType.ON_DELIVERY);
        LocalDate delivered = order.deliveredDate();
        if (!byItself || planned || delivered == null || known("delivered:" + order.id())) {
            return;
        }
        LocalDate on = firstOpen(delivered);
        for (Deferral deferral : deferrals(order.id())) {
            if (deferral.remainingAmount.signum() > 0 && revenue.left(order).compareTo(deferral.remainingAmount) >= 0) {
                tables.lock(Deferral.class, deferral.id());
                releasing.release(deferral, null, on, RecognitionType.ON_DELIVERY, null, null);
            }
        }
        BigDecimal rest = revenue.left(order);
        if (rest.signum() > 0) {
            var entry = new Recognition(order.id(), RecognitionType.ON_DELIVERY, rest, on);
            entry.sourceKey = "delivered:" + order.id();
            entry.recognize();
            tables.add(entry);
            tables.flush();
            revenue.tell("recognized", entry);
        }
    }

    /** FIN-21: not in a closed period. */
    private LocalDate firstOpen(LocalDate day) {
        return books.lockedUntil()
                .filter(locked -> !day.isAfter(locked))
                .map(locked -> locked.plusDays(1))
                .orElse(day);
    }

    private boolean known(String sourceKey) {
        return tables.findBy(Recognition.class, "sourceKey", sourceKey).isPresent();
    }

    private List<Deferral> deferrals(UUID order) {
        return tables.entities()
                .createQuery("select d from Deferral d where d.orderId = :order order by d.id", Deferral.class)
                .setParameter("order", order)
                .getResultList();
    }

    /** FIN-20: a deposit is deferred net of its tax share; one that was voided is not, unless some of it was released. */
    private void paid(OrderSummary order) {
        Map<UUID, LedgerEntry> payments = ledger
                .ledger(order.customerId(), EVER, books.today().plusDays(1))
                .stream()
                .filter(entry -> entry.type() == LedgerEntryType.PAYMENT
                        && entry.orderId().equals(order.id()))
                .collect(Collectors.toMap(LedgerEntry::documentId, Function.identity()));
        Set<UUID> deferred = deferrals(order.id()).stream()
                .filter(deferral -> deferral.orderPaymentId != null)
                .peek(deferral -> drop(deferral, payments.keySet()))
                .map(deferral -> deferral.orderPaymentId)
                .collect(Collectors.toSet());
        if (!books.flag(FinancialSettings.DEFER_DEPOSITS)
                || order.status() == OrderStatus.DELIVERED
                || order.total().signum() <= 0) {
            return;
        }
        payments.values().stream()
                .filter(payment -> !deferred.contains(payment.documentId()))
                .forEach(payment -> defer(order, payment));
        tables.flush();
    }

    private void drop(Deferral deferral, Set<UUID> live) {
        if (!live.contains(deferral.orderPaymentId) && deferral.recognizedAmount.signum() == 0) {
            tables.remove(deferral);
        }
    }

    private void defer(OrderSummary order, LedgerEntry payment) {
        BigDecimal amount = payment.amount().abs();
        BigDecimal net = amount.subtract(Money.share(order.taxAmount(), amount, order.total()));
        if (net.signum() > 0) {
            tables.add(Deferral.ofPayment(order.id(), payment.documentId(), net, firstOpen(payment.date())));
        }
    }
}
