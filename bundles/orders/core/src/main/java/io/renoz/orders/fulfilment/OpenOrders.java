package io.renoz.orders.fulfilment;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.job.Job;
import io.renoz.job.JobScheduler;
import io.renoz.job.Schedule;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.Reserving;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-11: once an organization begins to keep stock, goods are reserved for the orders that were confirmed before. */
@Component(service = {Job.class, EventListener.class})
public final class OpenOrders implements Job, EventListener {

    private static final String NAME = "orders.reserve-open";
    private static final List<OrderStatus> OPEN =
            List.of(OrderStatus.CONFIRMED, OrderStatus.PICKING, OrderStatus.PICKED, OrderStatus.PARTIALLY_SHIPPED);

    private final Tables tables;
    private final Reserving reserving;
    private final JobScheduler jobs;

    @Activate
    public OpenOrders(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Reserving reserving,
            @Reference JobScheduler jobs) {
        this.tables = tables;
        this.reserving = reserving;
        this.jobs = jobs;
    }

    @Override
    public Set<String> events() {
        return Set.of("modules.module.enabled");
    }

    @Override
    public boolean wants(DomainEvent event) {
        return "inventory".equals(event.payload().get("module"));
    }

    @Override
    public void handle(DomainEvent event) {
        if (wants(event)) {
            jobs.runNow(NAME);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.onDemand();
    }

    /**
     * One order a batch, since stock is locked after the order and in its own order: {@code from} is the one before.
     */
    @Override
    public Optional<String> run(Optional<String> from) {
        Optional<UUID> next = tables.entities()
                .createQuery(
                        "select o.id from Order o where o.status in :open and o.id > :after and o.deletedAt is null"
                                + " order by o.id",
                        UUID.class)
                .setParameter("open", OPEN)
                .setParameter("after", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
        next.ifPresent(this::reserve);
        return next.map(UUID::toString);
    }

    private void reserve(UUID id) {
        Order order = tables.lock(Order.class, id);
        if (order.open()) {
            reserving.reserveMore(order);
            order.touch();
        }
    }
}
