package io.renoz.orders.invoice;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.Settlement;
import io.renoz.orders.payment.Dates;
import io.renoz.orders.payment.MoneyEvents;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-19: what was not paid by its due date is overdue from the next day on, told once an order. */
@Component
public final class MarkOverdue implements Job {

    private static final int BATCH = 500;

    private final Tables tables;
    private final Settlement settlement;
    private final Dates dates;
    private final EventPublisher events;

    @Activate
    public MarkOverdue(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Settlement settlement,
            @Reference Dates dates,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.settlement = settlement;
        this.dates = dates;
        this.events = events;
    }

    @Override
    public String name() {
        return "orders.mark-overdue";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(0, 15));
    }

    /** {@code from} is the order the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        LocalDate today = dates.today();
        List<Order> late = tables.entities()
                .createQuery(
                        "select o from Order o where o.dueDate < :today and o.balanceDue > 0 and o.deletedAt is null"
                                + " and o.status <> io.renoz.orders.api.OrderStatus.DRAFT"
                                + " and o.status <> io.renoz.orders.api.OrderStatus.CANCELLED"
                                + " and (o.paymentStatus <> io.renoz.orders.api.PaymentStatus.OVERDUE"
                                + " or o.invoiceStatus = io.renoz.orders.api.InvoiceStatus.UNPAID)"
                                + " and o.id > :after order by o.id",
                        Order.class)
                .setParameter("today", today)
                .setParameter("after", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(BATCH)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        late.forEach(order -> age(order, today));
        return late.size() < BATCH
                ? Optional.empty()
                : Optional.of(late.get(late.size() - 1).id().toString());
    }

    private void age(Order order, LocalDate today) {
        InvoiceStatus before = order.invoiceStatus();
        settlement.age(order, today);
        if (before != InvoiceStatus.OVERDUE && order.invoiceStatus() == InvoiceStatus.OVERDUE) {
            events.publish(MoneyEvents.invoice("overdue", order));
        }
    }
}
