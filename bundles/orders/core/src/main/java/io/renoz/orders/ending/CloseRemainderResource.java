package io.renoz.orders.ending;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.PeriodLock;
import io.renoz.orders.Permissions;
import io.renoz.orders.amendment.Amendments;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.fulfilment.Withdrawal;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderEvents;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.OrderRows;
import io.renoz.orders.order.OrderView;
import io.renoz.orders.order.Remainder;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/orders/orders/{id}/close-remainder} */
@Component
@Path("orders/{id}/close-remainder")
public final class CloseRemainderResource implements Resource {

    private final Tables tables;
    private final OrderRows orders;
    private final Withdrawal withdrawal;
    private final Remainder remainder;
    private final Amendments amendments;
    private final PeriodLock lock;
    private final EventPublisher events;

    @Activate
    public CloseRemainderResource(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrderRows orders,
            @Reference Withdrawal withdrawal,
            @Reference Remainder remainder,
            @Reference Amendments amendments,
            @Reference PeriodLock lock,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.orders = orders;
        this.withdrawal = withdrawal;
        this.remainder = remainder;
        this.amendments = amendments;
        this.lock = lock;
        this.events = events;
    }

    /** ORD-16: what was not shipped is given up; totals follow. */
    @POST
    @Allow(Permissions.CANCEL)
    @Summary("Gives up what was not shipped.")
    @Answers({"invalid-transition", "period-locked"})
    public OrderView close(@PathParam("id") UUID id) {
        tables.lock(Order.class, id);
        return orders.rows().change(id, order -> {
            order.requireStatus(OrderStatus.SHIPPED, OrderStatus.PARTIALLY_SHIPPED);
            order.invoiceDate().ifPresent(lock::requireOpen);
            int version = order.version();
            BigDecimal total = order.total();
            Map<UUID, BigDecimal> quantities =
                    order.lines().stream().collect(Collectors.toMap(OrderLine::id, OrderLine::quantity));
            withdrawal.withdraw(order, "Remainder closed");
            remainder.close(order);
            events.publish(OrderEvents.of("remainder-closed", order));
            tables.flush();
            amendments.recordClosing(order, version, quantities, total);
        });
    }
}
