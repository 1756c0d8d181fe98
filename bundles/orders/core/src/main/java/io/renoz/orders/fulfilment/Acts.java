package io.renoz.orders.fulfilment;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.OrderFulfilment;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.fulfilment.DirectDeliveries.Delivery;
import io.renoz.orders.fulfilment.FulfilmentEvents.Moved;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Reserving;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-26: what other modules tell of goods, each source once. */
@Component
public final class Acts implements OrderFulfilment {

    private final Tables tables;
    private final DirectDeliveries deliveries;
    private final Stock stock;
    private final Reserving reserving;
    private final Serials serials;
    private final Shares shares;
    private final EventPublisher events;
    private final Dates dates;

    @Activate
    public Acts(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference DirectDeliveries deliveries,
            @Reference Stock stock,
            @Reference Reserving reserving,
            @Reference Serials serials,
            @Reference Shares shares,
            @Reference EventPublisher events,
            @Reference Dates dates) {
        this.tables = tables;
        this.deliveries = deliveries;
        this.stock = stock;
        this.reserving = reserving;
        this.serials = serials;
        this.shares = shares;
        this.events = events;
        this.dates = dates;
    }

    /** A line with its order, whose row is locked. */
    private record Held(Order order, OrderLine line) {}

    private Held hold(UUID lineId) {
        UUID orderId = orderOf(lineId).orElseThrow(() -> Problem.notFound("order line"));
        Order order = tables.lock(Order.class, orderId);
        return new Held(order, order.line(lineId).orElseThrow(() -> Problem.notFound("order line")));
    }

    private Optional<UUID> orderOf(UUID lineId) {
        return tables.entities()
                .createQuery("select l.orderId from OrderLine l where l.id = :id", UUID.class)
                .setParameter("id", lineId)
                .getResultStream()
                .findFirst();
    }

    private static void requireOpen(Order order) {
        if (!order.open()) {
            throw Problem.of("invalid-state", "An order that is a draft or cancelled delivers nothing.")
                    .with("from", Coded.of(order.status()));
        }
    }

    private Optional<LineAct> told(LineAct.Kind kind, SourceRef source) {
        return tables.entities()
                .createQuery(
                        "select a from LineAct a where a.act = :kind and a.sourceType = :type and a.sourceId = :id",
                        LineAct.class)
                .setParameter("kind", kind)
                .setParameter("type", source.type())
                .setParameter("id", source.id())
                .getResultStream()
                .findFirst();
    }

    /** Whether the source tells it for the first time, or again after it was undone; it is noted then. */
    private boolean news(LineAct.Kind kind, SourceRef source, OrderLine line, BigDecimal quantity, List<String> units) {
        if (quantity.signum() <= 0 || quantity.stripTrailingZeros().scale() > 3) {
            throw Problem.invalid("quantity", "A quantity is above 0 and has 3 places at most.");
        }
        Optional<LineAct> before = told(kind, source);
        if (before.isEmpty()) {
            tables.add(new LineAct(line.id(), kind, source, quantity, units));
            return true;
        }
        boolean undone = before.get().undone();
        if (undone) {
            before.get().redo(line.id(), quantity, units);
        }
        return undone;
    }

    private static List<String> normal(List<String> given) {
        return given.stream().map(Serials::normal).toList();
    }

    @Override
    public void markDelivered(UUID orderLineId, BigDecimal quantity, List<String> given, SourceRef source) {
        Held held = hold(orderLineId);
        requireOpen(held.order);
        if (told(LineAct.Kind.DELIVERED, source).isPresent()) {
            return;
        }
        var delivery = new Delivery(held.line, quantity, given, dates.today(), source);
        deliveries.deliver(held.order, delivery, true);
        news(LineAct.Kind.DELIVERED, source, held.line, quantity, normal(given));
        tables.flush();
    }

    @Override
    public void handOver(UUID orderLineId, BigDecimal quantity, SourceRef source) {
        Held held = hold(orderLineId);
        requireOpen(held.order);
        OrderLine line = held.line;
        BigDecimal left = line.quantity()
                .subtract(line.qtyShipped())
                .subtract(Shares.of(shares.packed(held.order.id(), null), line.id()))
                .subtract(Shares.of(shares.handedOver(held.order.id()), line.id()));
        if (!news(LineAct.Kind.HANDED_OVER, source, line, quantity, List.of())) {
            return;
        }
        if (!line.deliverable() || !line.shippable() || quantity.compareTo(left) > 0) {
            throw Problem.of("over-delivery", "Of line " + line.lineNumber() + " that much is not left.")
                    .with("orderLineItemId", line.id())
                    .with("left", left.max(BigDecimal.ZERO));
        }
        stock.want(held.order, line, quantity.negate());
        held.order.touch();
        tables.flush();
    }

    @Override
    public void takeBack(SourceRef source) {
        Optional<LineAct> before = told(LineAct.Kind.HANDED_OVER, source).filter(act -> !act.undone());
        if (before.isEmpty()) {
            return;
        }
        Held held = hold(before.get().orderLineItemId);
        LineAct act = tables.lock(LineAct.class, before.get().id());
        if (act.undone()) {
            return;
        }
        act.undo(dates.now());
        tables.flush();
        if (held.order.open()) {
            reserving.reserve(held.order);
        }
        held.order.touch();
        tables.flush();
    }

    @Override
    public void recordReturn(UUID orderLineId, BigDecimal quantity, List<String> given, SourceRef source) {
        Held held = hold(orderLineId);
        OrderLine line = held.line;
        List<String> units = Serials.required(line, quantity, given, "serialNumbers");
        if (!news(LineAct.Kind.RETURNED, source, line, quantity, units)) {
            return;
        }
        BigDecimal left = line.qtyDelivered().subtract(line.qtyReturned());
        if (quantity.compareTo(left) > 0) {
            throw Problem.of(
                            "over-return", "Of line " + line.lineNumber() + " no more than " + left + " can come back.")
                    .with("orderLineItemId", line.id())
                    .with("left", left);
        }
        List<OrderLineSerial> own = serials.of(List.of(line.id()));
        for (String unit : units) {
            own.stream()
                    .filter(one -> one.serialNumber.equals(unit) && one.status == LineSerialStatus.DELIVERED)
                    .findFirst()
                    .orElseThrow(() -> Problem.of("serial-not-allocated", unit + " was not delivered on this line.")
                            .with("serialNumber", unit))
                    .comeBack(dates.now());
        }
        line.takeBack(quantity);
        held.order.touch();
        events.publish(
                FulfilmentEvents.line("returned", line, held.order, new Moved(quantity, units, dates.today(), source)));
        tables.flush();
    }

    @Override
    public void onReservationChanged(UUID orderLineId, BigDecimal reserved) {
        if (orderOf(orderLineId).isEmpty()) {
            return;
        }
        Held held = hold(orderLineId);
        if (held.line.qtyReserved().compareTo(reserved) != 0) {
            held.line.reserved(reserved);
            held.order.touch();
            tables.flush();
        }
    }

    @Override
    public void deliverDropShipment(
            UUID orderLineId, BigDecimal quantity, List<String> given, LocalDate on, SourceRef source) {
        Held held = hold(orderLineId);
        requireOpen(held.order);
        if (!news(LineAct.Kind.DROP_SHIPPED, source, held.line, quantity, normal(given))) {
            return;
        }
        deliveries.deliver(held.order, new Delivery(held.line, quantity, given, on, source), false);
        stock.want(held.order, held.line, quantity.negate());
        tables.flush();
    }

    @Override
    public void undoDropShipment(SourceRef source) {
        Optional<LineAct> before = told(LineAct.Kind.DROP_SHIPPED, source).filter(act -> !act.undone());
        if (before.isEmpty()) {
            return;
        }
        Held held = hold(before.get().orderLineItemId);
        LineAct act = tables.lock(LineAct.class, before.get().id());
        if (act.undone()) {
            return;
        }
        deliveries.undo(held.order, held.line, act.quantity, List.of(act.serials));
        act.undo(dates.now());
        tables.flush();
    }
}
