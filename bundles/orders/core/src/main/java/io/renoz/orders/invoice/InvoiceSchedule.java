package io.renoz.orders.invoice;

import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.orders.order.Order;
import io.renoz.orders.payment.Dates;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-22: issues the invoices whose day has come, or came while nothing ran. */
@Component
public final class InvoiceSchedule implements Job {

    private static final int BATCH = 100;

    private final Tables tables;
    private final Invoices invoices;
    private final Dates dates;

    @Activate
    public InvoiceSchedule(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Invoices invoices,
            @Reference Dates dates) {
        this.tables = tables;
        this.invoices = invoices;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "orders.invoice-schedule";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(0, 10));
    }

    /** {@code from} is the order the batch before ended with. All of a batch are locked before the first number is drawn. */
    @Override
    public Optional<String> run(Optional<String> from) {
        List<Order> due = tables.entities()
                .createQuery(
                        "select o from Order o where o.invoiceScheduledFor <= :today and o.invoiceNumber is null"
                                + " and o.deletedAt is null and o.id > :after order by o.id",
                        Order.class)
                .setParameter("today", dates.today())
                .setParameter("after", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(BATCH)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        due.stream().filter(invoices::issuable).forEach(order -> invoices.issue(order, null));
        return due.size() < BATCH
                ? Optional.empty()
                : Optional.of(due.get(due.size() - 1).id().toString());
    }
}
