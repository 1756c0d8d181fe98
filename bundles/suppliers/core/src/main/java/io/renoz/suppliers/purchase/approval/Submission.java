package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Call;
import io.renoz.event.EventPublisher;
import io.renoz.suppliers.api.PurchaseOrderStatus;
import io.renoz.suppliers.purchase.order.OrderChecks;
import io.renoz.suppliers.purchase.order.OrderEnds;
import io.renoz.suppliers.purchase.order.OrderEvents;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.OrderView;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Orders on their way to approval, and back. */
@Component(service = Submission.class)
public final class Submission {

    private final OrderRows orders;
    private final OrderChecks checks;
    private final Approvals approvals;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Submission(
            @Reference OrderRows orders,
            @Reference OrderChecks checks,
            @Reference Approvals approvals,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.orders = orders;
        this.checks = checks;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /** SUP-04 to SUP-06: approved at once when no rule asks for more. */
    public OrderView submit(UUID id) {
        orders.shareSupplierOf(id);
        return orders.change(id, order -> {
            order.require("submitted", PurchaseOrderStatus.DRAFT);
            checks.requireSubmittable(order);
            Plan plan = approvals.plan(order.supplierId(), order.totalBase());
            if (!plan.atOnce()) {
                approvals.open(order, plan, Call.user().orElse(null));
            }
            order.submit(clock.instant(), plan.atOnce());
            events.publish(OrderEvents.of("submitted", order));
            if (plan.atOnce()) {
                events.publish(OrderEvents.of("approved", order));
            }
        });
    }

    /** A waiting order goes back to draft. */
    public OrderView withdraw(UUID id) {
        return back(id, "withdrawn", PurchaseOrderStatus.PENDING_APPROVAL);
    }

    /** An approved order that was not sent goes back to draft; its approvals lapse. */
    public OrderView reopen(UUID id) {
        return back(id, "reopened", PurchaseOrderStatus.APPROVED);
    }

    private OrderView back(UUID id, String act, PurchaseOrderStatus from) {
        return orders.change(id, order -> {
            order.backToDraft(act, from);
            approvals.lapse(id);
        });
    }

    /** SUP-20: until something was received. */
    public OrderView cancel(UUID id, String reason) {
        return orders.change(id, order -> {
            order.cancel(reason, clock.instant());
            approvals.lapse(id);
            events.publish(OrderEvents.of(
                    "cancelled", order, Map.of("reason", reason, "orderLineItemIds", OrderEnds.lines(order))));
        });
    }
}
