package io.renoz.orders.order;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.orders.api.OrderStatus;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-13: gives an order the status its lines say, after goods moved, and tells of it. Nobody else sets these states. */
@Component(service = Progress.class)
public final class Progress {

    private static final Map<OrderStatus, String> TOLD = Map.of(
            OrderStatus.PICKED, "picked",
            OrderStatus.PARTIALLY_SHIPPED, "partially-shipped",
            OrderStatus.SHIPPED, "shipped",
            OrderStatus.DELIVERED, "delivered");

    private final EventPublisher events;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Progress(
            @Reference EventPublisher events, @Reference OrganizationDirectory organizations, @Reference Clock clock) {
        this.events = events;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** The order has been locked and its lines changed; its row is written with the transaction. */
    public void update(Order order) {
        update(order, organizations.current().today(clock));
    }

    /** The same for what happened on another day. */
    public void update(Order order, LocalDate day) {
        OrderStatus before = order.status;
        order.status = OrderProgress.of(order.lines);
        boolean shipped = order.lines.stream().anyMatch(line -> line.qtyShipped.signum() > 0);
        order.shippedDate = !shipped ? null : order.shippedDate == null ? day : order.shippedDate;
        order.deliveredDate = delivered(order, day);
        order.touch();
        String happening = TOLD.get(order.status);
        if (happening != null && before != order.status) {
            events.publish(told(order, happening, before));
        }
    }

    private static @Nullable LocalDate delivered(Order order, LocalDate day) {
        if (order.status != OrderStatus.DELIVERED) {
            return null;
        }
        return order.deliveredDate == null ? day : order.deliveredDate;
    }

    private static DomainEvent told(Order order, String happening, OrderStatus before) {
        var payload = new LinkedHashMap<String, Object>(OrderEvents.facts(order));
        payload.put("from", Coded.of(before));
        return OrderEvents.of(happening, order, payload);
    }
}
