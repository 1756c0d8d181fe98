package io.renoz.orders.amendment;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.Permissions;
import io.renoz.orders.ending.Cancelling;
import io.renoz.orders.order.Amending;
import io.renoz.orders.order.Locks;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderEvents;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-17, ORD-18: makes an approved amendment true. Locks the customer, the order, then the amendment. */
@Component(service = Application.class)
public final class Application {

    private static final int MOST_REASON = 500;

    private final Tables tables;
    private final Amendments amendments;
    private final Amending amending;
    private final Cancelling cancelling;
    private final EventPublisher events;

    @Activate
    public Application(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Amendments amendments,
            @Reference Amending amending,
            @Reference Cancelling cancelling,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.amendments = amendments;
        this.amending = amending;
        this.cancelling = cancelling;
        this.events = events;
    }

    /** {@code force} is for admins: the order may have changed since it was looked at. */
    AmendmentView apply(UUID id, boolean force) {
        UUID orderId = tables.require(OrderAmendment.class, id).orderId;
        Locks.of(tables).customer(tables.require(Order.class, orderId).customerId());
        Order order = tables.lock(Order.class, orderId);
        tables.lock(OrderAmendment.class, id);
        return amendments.rows().change(id, amendment -> apply(amendment, order, force));
    }

    private void apply(OrderAmendment amendment, Order order, boolean force) {
        if (amendment.status != AmendmentStatus.APPROVED) {
            amendment.become(AmendmentStatus.APPLIED);
        }
        if (force) {
            Call.current().require(Permissions.DELETE);
        } else if (order.version() != amendment.orderVersionBefore) {
            throw Problem.of("version-conflict", "The order changed since this was asked for; ask for it anew.")
                    .with("expected", amendment.orderVersionBefore)
                    .with("actual", order.version());
        }
        BigDecimal before = order.total();
        if (amendment.amendmentType == AmendmentType.CANCEL_ORDER) {
            cancelling.cancel(order, shortened(amendment.reason), amendment.id());
        } else {
            Amendments.requireAmendable(order);
            amending.amend(order, amendment.change());
        }
        amendment.comesTo(before, order.total());
        tables.flush();
        amendment.applied(Call.user().orElse(null), amendments.now(), order.version());
        amendment.become(AmendmentStatus.APPLIED);
        if (amendment.amendmentType != AmendmentType.CANCEL_ORDER) {
            var payload = new LinkedHashMap<String, Object>(OrderEvents.facts(order));
            payload.put("amendmentId", amendment.id());
            payload.put("difference", amendment.difference);
            events.publish(OrderEvents.of("amended", order, payload));
        }
        events.publish(AmendmentEvents.of("applied", amendment));
    }

    /** An order keeps less of a reason than an amendment. */
    private static String shortened(String reason) {
        return reason.length() <= MOST_REASON ? reason : reason.substring(0, MOST_REASON);
    }
}
