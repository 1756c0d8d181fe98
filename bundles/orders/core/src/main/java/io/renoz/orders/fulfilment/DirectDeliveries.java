package io.renoz.orders.fulfilment;

import io.renoz.event.EventPublisher;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.fulfilment.FulfilmentEvents.Moved;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Progress;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-26: what reaches the customer without a shipment of ours. The order's row is locked. */
@Component(service = DirectDeliveries.class)
public final class DirectDeliveries {

    private final Stock stock;
    private final Serials serials;
    private final Shares shares;
    private final Progress progress;
    private final EventPublisher events;
    private final Dates dates;

    @Activate
    public DirectDeliveries(
            @Reference Stock stock,
            @Reference Serials serials,
            @Reference Shares shares,
            @Reference Progress progress,
            @Reference EventPublisher events,
            @Reference Dates dates) {
        this.stock = stock;
        this.serials = serials;
        this.shares = shares;
        this.progress = progress;
        this.events = events;
        this.dates = dates;
    }

    /** So much of a line, and where it is told from. */
    record Delivery(OrderLine line, BigDecimal quantity, List<String> serials, LocalDate day, SourceRef source) {}

    /**
     * Goods count as picked, shipped and delivered at once; stock is not touched.
     *
     * @param handed whether what jobs took over is delivered with it, or has to stay for them
     * @throws Problem {@code over-delivery}, {@code serial-required}, {@code serial-duplicate}, {@code serial-conflict}
     */
    void deliver(Order order, Delivery delivery, boolean handed) {
        OrderLine line = delivery.line;
        if (!line.deliverable()) {
            throw Problem.invalid("orderLineItemId", "Line " + line.lineNumber() + " has nothing to deliver.");
        }
        BigDecimal left = left(order, line, handed);
        if (delivery.quantity.compareTo(left) > 0) {
            throw Problem.of(
                            "over-delivery",
                            "Of line " + line.lineNumber() + " no more than "
                                    + left.max(BigDecimal.ZERO)
                                            .stripTrailingZeros()
                                            .toPlainString() + " are left to deliver.")
                    .with("orderLineItemId", line.id())
                    .with("left", left.max(BigDecimal.ZERO));
        }
        List<String> units = Serials.required(line, delivery.quantity, delivery.serials, "serialNumbers");
        give(line, units);
        if (line.shippable()) {
            line.pick(delivery.quantity.min(line.quantity().subtract(line.qtyPicked())));
            line.ship(delivery.quantity);
        }
        line.deliver(delivery.quantity);
        progress.update(order, delivery.day);
        events.publish(FulfilmentEvents.line(
                "delivered", line, order, new Moved(delivery.quantity, units, delivery.day, delivery.source)));
    }

    private BigDecimal left(Order order, OrderLine line, boolean handed) {
        if (!line.shippable()) {
            return line.quantity().subtract(line.qtyDelivered());
        }
        BigDecimal packed = Shares.of(shares.packed(order.id(), null), line.id());
        BigDecimal taken = handed ? BigDecimal.ZERO : Shares.of(shares.handedOver(order.id()), line.id());
        return line.quantity().subtract(line.qtyShipped()).subtract(packed).subtract(taken);
    }

    /** Units that were picked for the line are taken; others become its own. */
    private void give(OrderLine line, List<String> units) {
        if (units.isEmpty()) {
            return;
        }
        UUID product = line.productId().orElseThrow();
        Instant now = dates.now();
        List<OrderLineSerial> known = serials.of(List.of(line.id()));
        List<String> fresh = units.stream().filter(unit -> !taken(known, unit)).toList();
        try {
            serials.requireFree(Map.of(product, fresh));
        } catch (Problem unavailable) {
            throw Problem.of("serial-conflict", unavailable.detail())
                    .with("serialNumber", unavailable.members().getOrDefault("serialNumber", ""));
        }
        fresh.forEach(
                unit -> serials.add(new OrderLineSerial(line.id(), product, unit, LineSerialStatus.DELIVERED, now)));
    }

    private boolean taken(Collection<OrderLineSerial> known, String unit) {
        Optional<OrderLineSerial> own = known.stream()
                .filter(one -> one.serialNumber.equals(unit) && one.status == LineSerialStatus.ALLOCATED)
                .filter(one -> one.shipmentItemId == null || !serials.packed(one.shipmentItemId))
                .findFirst();
        own.ifPresent(one -> one.become(LineSerialStatus.DELIVERED));
        return own.isPresent();
    }

    /**
     * Handed over in person, or work that was done: as {@link #deliver}, and goods leave stock.
     *
     * @throws Problem as {@link #deliver}; {@code insufficient-stock}
     */
    void inPerson(Order order, Delivery delivery) {
        List<String> units = delivery.serials.stream().map(Serials::normal).toList();
        deliver(order, delivery, false);
        if (delivery.line.shippable()) {
            stock.ship(
                    order,
                    new DocumentRef("orders.order_line", delivery.line.id(), order.orderNumber()),
                    List.of(new Stock.Goods(delivery.line, delivery.quantity, units)),
                    delivery.line.locationId().orElse(null),
                    dates.now());
        }
    }

    /** Undoes a delivery of which nothing came back. */
    void undo(Order order, OrderLine line, BigDecimal quantity, List<String> units) {
        BigDecimal delivered = line.qtyDelivered().subtract(quantity);
        List<OrderLineSerial> own = serials.of(List.of(line.id())).stream()
                .filter(unit -> units.contains(unit.serialNumber))
                .toList();
        boolean returned = own.stream().anyMatch(unit -> unit.status == LineSerialStatus.RETURNED);
        if (returned || line.qtyReturned().compareTo(delivered) > 0) {
            throw Problem.of("invalid-state", "Some of line " + line.lineNumber() + " was returned by the customer.")
                    .with("orderLineItemId", line.id());
        }
        own.forEach(serials::remove);
        BigDecimal packed = Shares.of(shares.packed(order.id(), null), line.id());
        line.deliver(quantity.negate());
        line.ship(quantity.negate());
        line.pick(quantity.min(line.qtyPicked().subtract(line.qtyShipped()).subtract(packed))
                .negate());
        progress.update(order);
    }
}
