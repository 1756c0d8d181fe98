package io.renoz.orders.ending;

import io.renoz.data.Call;
import io.renoz.event.EventPublisher;
import io.renoz.orders.amendment.Amendments;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.fulfilment.Withdrawal;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderEvents;
import io.renoz.orders.order.Settlement;
import io.renoz.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-16: gives up a whole order, of which nothing has left the house. */
@Component(service = Cancelling.class)
public final class Cancelling {

    private final Withdrawal withdrawal;
    private final Amendments amendments;
    private final Settlement settlement;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Cancelling(
            @Reference Withdrawal withdrawal,
            @Reference Amendments amendments,
            @Reference Settlement settlement,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.withdrawal = withdrawal;
        this.amendments = amendments;
        this.settlement = settlement;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Cancels an order that has been locked.
     *
     * @throws Problem {@code invalid-transition}, {@code shipments-exist}, {@code payments-outstanding}
     */
    public void cancel(Order order, String reason) {
        cancel(order, reason, null);
    }

    /** The same as an amendment says, which is no longer to be withdrawn with the others. */
    public void cancel(Order order, String reason, @Nullable UUID amendment) {
        order.requireStatus(
                OrderStatus.CANCELLED,
                OrderStatus.DRAFT,
                OrderStatus.CONFIRMED,
                OrderStatus.PICKING,
                OrderStatus.PICKED);
        if (order.lines().stream()
                .anyMatch(line ->
                        line.qtyShipped().signum() > 0 || line.qtyDelivered().signum() > 0)) {
            throw Problem.of("shipments-exist", "Something of the order has left; close its remainder instead.");
        }
        if (order.paidAmount().signum() > 0) {
            throw Problem.of("payments-outstanding", "What was paid is given back first.")
                    .with("paidAmount", order.paidAmount());
        }
        withdrawal.withdraw(order, reason);
        amendments.withdrawAll(order, amendment);
        settlement.settleAfter(
                order,
                () -> order.cancel(
                        Call.user().orElse(null), Instant.now(clock).truncatedTo(ChronoUnit.MICROS), reason));
        var payload = new LinkedHashMap<String, Object>(OrderEvents.facts(order));
        payload.put("reason", reason);
        events.publish(OrderEvents.of("cancelled", order, payload));
    }
}
