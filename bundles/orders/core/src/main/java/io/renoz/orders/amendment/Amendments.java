package io.renoz.orders.amendment;

import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.OrderSettings;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.orders.order.Changing;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.SettingsReader;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-17: amendments as they are asked for and looked at; {@link Application} applies them. */
@Component(service = Amendments.class)
public final class Amendments {

    private static final String OF_ORDER = "select a from OrderAmendment a where a.orderId = :order";

    private final Tables tables;
    private final Rows<OrderAmendment, AmendmentInput, AmendmentView> rows;
    private final Changing changing;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Amendments(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Changing changing,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.changing = changing;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.rows = tables.of(OrderAmendment.class)
                .filter("orderId", "status", "amendmentType", "requestedBy", "requestedAt")
                .sort("-requestedAt")
                .byName(AmendmentInput.class, AmendmentView.class);
    }

    Rows<OrderAmendment, AmendmentInput, AmendmentView> rows() {
        return rows;
    }

    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    /** Who asks; amendments are for people. */
    static UUID requester() {
        return Call.user().orElseThrow(() -> Problem.of("forbidden", "An amendment is asked for by a person."));
    }

    /** Asks for changes; the orders are locked in the order of their ids. */
    List<AmendmentView> request(List<AmendmentInput> inputs) {
        inputs.stream().map(AmendmentInput::orderId).distinct().sorted().forEach(id -> tables.lock(Order.class, id));
        UUID requester = requester();
        List<AmendmentView> made = rows.createAll(inputs, (amendment, input) -> prepare(amendment, requester));
        for (AmendmentView view : made) {
            events.publish(AmendmentEvents.of("requested", tables.require(OrderAmendment.class, view.id())));
        }
        return made;
    }

    private void prepare(OrderAmendment amendment, UUID requester) {
        Order order = tables.require(Order.class, amendment.orderId);
        requireAmendable(order);
        amendment.amendmentNumber = next(order.id());
        amendment.requestedAt = now();
        amendment.requestedBy = requester;
        amendment.orderVersionBefore = order.version();
        BigDecimal after = amendment.amendmentType == AmendmentType.CANCEL_ORDER
                ? order.total()
                : changing.preview(order, amendment.change());
        amendment.comesTo(order.total(), after);
        for (OrderAmendmentItem item : amendment.items) {
            if (item.orderLineItemId != null) {
                order.line(item.orderLineItemId).ifPresent(item::compare);
            }
        }
    }

    /** ORD-17: refused on drafts, on cancelled orders, and on delivered ones that are paid. */
    static void requireAmendable(Order order) {
        boolean over = order.status() == OrderStatus.DELIVERED && order.paymentStatus() == PaymentStatus.PAID;
        if (!order.open() || over) {
            String state = over ? "delivered and paid" : Coded.of(order.status());
            throw Problem.transition("An order that is " + state + " is not amended.")
                    .with("from", Coded.of(order.status()))
                    .with(List.of(new FieldError("/orderId", "This order is not amended.")));
        }
    }

    /** 1, 2, 3 within the order, whose row is locked. */
    private int next(UUID order) {
        List<OrderAmendment> before = of(order);
        return before.stream().mapToInt(OrderAmendment::number).max().orElse(0) + 1;
    }

    private List<OrderAmendment> of(UUID order) {
        return tables.entities()
                .createQuery(OF_ORDER, OrderAmendment.class)
                .setParameter("order", order)
                .getResultList();
    }

    /** ORD-17: with four eyes the requester may not approve. */
    AmendmentView approve(UUID id, @Nullable String note) {
        return review(id, AmendmentStatus.APPROVED, note, "approved");
    }

    AmendmentView reject(UUID id, String note) {
        return review(id, AmendmentStatus.REJECTED, note, null);
    }

    private AmendmentView review(UUID id, AmendmentStatus next, @Nullable String note, @Nullable String told) {
        tables.lock(OrderAmendment.class, id);
        return rows.change(id, amendment -> {
            amendment.become(next);
            if (next == AmendmentStatus.APPROVED) {
                requireOtherEyes(amendment);
            }
            amendment.reviewed(Call.user().orElse(null), now(), note);
            if (told != null) {
                events.publish(AmendmentEvents.of(told, amendment));
            }
        });
    }

    private void requireOtherEyes(OrderAmendment amendment) {
        boolean own = Call.user().filter(amendment.requestedBy::equals).isPresent();
        if (own && settings.getBoolean(OrderSettings.CATEGORY, OrderSettings.AMENDMENT_FOUR_EYES)) {
            throw Problem.of("four-eyes", "Whoever asked for a change does not approve it.");
        }
    }

    AmendmentView withdraw(UUID id) {
        tables.lock(OrderAmendment.class, id);
        return rows.change(id, amendment -> amendment.become(AmendmentStatus.CANCELLED));
    }

    /** ORD-16: with the order goes what was still to be changed in it. */
    public void withdrawAll(Order order, @Nullable UUID except) {
        of(order.id()).stream()
                .filter(OrderAmendment::open)
                .filter(amendment -> !amendment.id().equals(except))
                .forEach(amendment -> amendment.become(AmendmentStatus.CANCELLED));
    }

    /** ORD-16: keeps what the giving up of a remainder did as an amendment that is applied already. */
    public void recordClosing(Order order, int versionBefore, Map<UUID, BigDecimal> before, BigDecimal totalBefore) {
        var amendment = new OrderAmendment();
        Instant now = now();
        UUID requester = requester();
        amendment.orderId = order.id();
        amendment.amendmentNumber = next(order.id());
        amendment.amendmentType = AmendmentType.QUANTITY_CHANGE;
        amendment.reason = "Remainder closed";
        amendment.requestedAt = now;
        amendment.requestedBy = requester;
        amendment.status = AmendmentStatus.APPLIED;
        amendment.orderVersionBefore = versionBefore;
        amendment.comesTo(totalBefore, order.total());
        amendment.applied(requester, now, order.version());
        tables.add(amendment);
        for (OrderLine line : order.lines()) {
            BigDecimal quantity = before.get(line.id());
            if (quantity != null && quantity.compareTo(line.quantity()) != 0) {
                amendment.items.add(OrderAmendmentItem.closed(amendment.id(), line, quantity));
            }
        }
        events.publish(AmendmentEvents.of("applied", amendment));
    }
}
