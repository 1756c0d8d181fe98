package io.renoz.orders.payment;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.api.CreditSource;
import io.renoz.orders.order.Order;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-21: sets credits of other modules against orders, once a source, and takes them back. */
@Component(service = Credits.class)
public final class Credits {

    /** A credit to be set against an order. */
    record Asked(
            UUID orderId,
            UUID customerId,
            CreditSource source,
            UUID sourceId,
            @Nullable String number,
            BigDecimal amount,
            LocalDate on) {}

    private final Tables tables;
    private final Books books;
    private final Dates dates;
    private final EventPublisher events;

    @Activate
    public Credits(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Books books,
            @Reference Dates dates,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.books = books;
        this.dates = dates;
        this.events = events;
    }

    void apply(Asked asked) {
        Order order = books.lock(asked.orderId);
        if (of(asked.source, asked.sourceId).isPresent()) {
            return;
        }
        if (!order.customerId().equals(asked.customerId)) {
            throw Problem.of("customer-mismatch", order.orderNumber() + " is an order of another customer.");
        }
        Books.requireOpen(order);
        Books.requireAmount("amount", asked.amount);
        dates.requireOpen(asked.on);
        Books.requireDue(order, asked.amount);
        OrderCredit credit = tables.add(
                new OrderCredit(asked.orderId, asked.source, asked.sourceId, asked.number, asked.amount, asked.on));
        books.settle(order);
        events.publish(MoneyEvents.credit("applied", credit, order));
    }

    void release(CreditSource source, UUID sourceId) {
        Optional<OrderCredit> found = of(source, sourceId);
        if (found.isEmpty()) {
            return;
        }
        Order order = books.lock(found.get().orderId);
        OrderCredit credit = tables.lock(OrderCredit.class, found.get().id());
        if (!credit.inForce()) {
            return;
        }
        credit.release(dates.now(), Call.user().orElse(null));
        books.settle(order);
        events.publish(MoneyEvents.credit("released", credit, order));
    }

    private Optional<OrderCredit> of(CreditSource source, UUID sourceId) {
        return tables.entities()
                .createQuery(
                        "select c from OrderCredit c where c.source = :source and c.sourceId = :id", OrderCredit.class)
                .setParameter("source", source)
                .setParameter("id", sourceId)
                .getResultStream()
                .findFirst();
    }
}
