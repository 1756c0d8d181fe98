package io.renoz.suppliers.purchase.order;

import io.renoz.event.EventPublisher;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends orders that are approved, and brings those that were sent to their end. */
@Component(service = OrderEnds.class)
public final class OrderEnds {

    private final OrderRows orders;
    private final OrderChecks checks;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public OrderEnds(
            @Reference OrderRows orders,
            @Reference OrderChecks checks,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.orders = orders;
        this.checks = checks;
        this.events = events;
        this.clock = clock;
    }

    /** SUP-24, SUP-25: the order counts as sent; who sends it by mail fetches the PDF. */
    public OrderView order(UUID id) {
        orders.shareSupplierOf(id);
        return orders.change(id, order -> {
            order.order(clock.instant());
            checks.requireOrderable(order);
            events.publish(OrderEvents.of("ordered", order));
        });
    }

    /** SUP-20: tells with it which demand has to be met otherwise. */
    public OrderView cancelRemaining(UUID id) {
        return orders.change(id, order -> {
            order.cancelRemaining();
            events.publish(
                    OrderEvents.of("cancelled", order, Map.of("remaining", true, "orderLineItemIds", lines(order))));
        });
    }

    public OrderView close(UUID id, @Nullable String reason) {
        return orders.change(id, order -> {
            order.close(reason, clock.instant());
            events.publish(OrderEvents.of("closed", order));
        });
    }

    /** The sales lines that an order was to supply. */
    public static List<UUID> lines(PurchaseOrder order) {
        return order.lines().stream()
                .filter(item -> item.orderLineItemId != null)
                .map(item -> java.util.Objects.requireNonNull(item.orderLineItemId))
                .toList();
    }
}
