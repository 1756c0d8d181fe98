package io.renoz.orders.fulfilment;

import io.renoz.data.Call;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.api.DocumentRef;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.invoice.AutomaticInvoices;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Progress;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-14, ORD-15: shipments that leave, fail and come back. The order's row is locked. */
@Component(service = Dispatch.class)
public final class Dispatch {

    private static final String DOCUMENT = "orders.shipment";

    private final Stock stock;
    private final Serials serials;
    private final Shares shares;
    private final Progress progress;
    private final AutomaticInvoices invoices;
    private final EventPublisher events;
    private final Dates dates;

    @Activate
    public Dispatch(
            @Reference Stock stock,
            @Reference Serials serials,
            @Reference Shares shares,
            @Reference Progress progress,
            @Reference AutomaticInvoices invoices,
            @Reference EventPublisher events,
            @Reference Dates dates) {
        this.stock = stock;
        this.serials = serials;
        this.shares = shares;
        this.progress = progress;
        this.invoices = invoices;
        this.events = events;
        this.dates = dates;
    }

    private static DocumentRef document(OrderShipment shipment) {
        return new DocumentRef(DOCUMENT, shipment.id(), shipment.number());
    }

    private Contents contents(Order order, OrderShipment shipment) {
        return Contents.of(order, shipment, serials.rows(shipment.id()));
    }

    /**
     * ORD-14: it leaves, and its goods leave stock.
     *
     * @throws Problem {@code invalid-transition}, {@code nothing-picked}, {@code over-pack}, {@code serial-required}, {@code
     *     insufficient-stock}, {@code serial-conflict}
     */
    void ship(Order order, OrderShipment shipment) {
        shipment.requireMove(ShipmentStatus.IN_TRANSIT);
        if (!order.open() || shipment.status() == ShipmentStatus.DELIVERED) {
            throw shipment.refused(ShipmentStatus.IN_TRANSIT, ", since its order is over");
        }
        Contents contents = contents(order, shipment);
        if (contents.goods().isEmpty()) {
            throw Problem.of("nothing-picked", shipment.number() + " is empty.");
        }
        requireThere(order, shipment, contents);
        Instant now = dates.now();
        for (Stock.Goods one : contents.goods()) {
            OrderLine line = one.line();
            BigDecimal unpicked = line.qtyShipped().add(one.quantity()).subtract(line.qtyPicked());
            if (unpicked.signum() > 0) {
                line.pick(unpicked); // ORD-11: nobody picks where nobody keeps stock
            }
            line.ship(one.quantity());
        }
        contents.each(unit -> unit.become(LineSerialStatus.SHIPPED));
        shipment.become(ShipmentStatus.IN_TRANSIT);
        shipment.shippedAt = now;
        shipment.shippedBy = Call.user().orElse(null);
        shipment.failureReason = null;
        shipment.stockPostingId = stock.ship(order, document(shipment), contents.goods(), shipment.fromLocationId, now)
                .orElse(null);
        progress.update(order);
        events.publish(FulfilmentEvents.shipment("shipped", shipment, order));
        invoices.shipped(order);
    }

    /** What it holds has to be here still: after a failure others may have packed it. */
    private void requireThere(Order order, OrderShipment shipment, Contents contents) {
        Map<UUID, BigDecimal> packed = shares.packed(order.id(), shipment.id());
        Map<UUID, BigDecimal> taken = shares.handedOver(order.id());
        boolean picks = stock.on();
        for (Stock.Goods one : contents.goods()) {
            OrderLine line = one.line();
            BigDecimal others = Shares.of(packed, line.id()).add(line.qtyShipped());
            if (one.quantity().add(others).add(Shares.of(taken, line.id())).compareTo(line.quantity()) > 0) {
                throw Problem.of("over-pack", "Line " + line.lineNumber() + " is packed elsewhere by now.")
                        .with("orderLineItemId", line.id());
            }
            if (picks && one.quantity().add(others).compareTo(line.qtyPicked()) > 0) {
                throw Problem.of("nothing-picked", "Line " + line.lineNumber() + " was not picked, or put back.")
                        .with("orderLineItemId", line.id());
            }
            if (line.serialized()) {
                Serials.required(line, one.quantity(), one.serials(), "serialNumbers");
            }
        }
    }

    /** Somebody carries it to the customer now. */
    void outForDelivery(OrderShipment shipment) {
        shipment.requireMove(ShipmentStatus.OUT_FOR_DELIVERY);
        shipment.become(ShipmentStatus.OUT_FOR_DELIVERY);
    }

    /** ORD-15: it did not get there; its goods are picked again, and stock holds them for their lines. */
    void fail(Order order, OrderShipment shipment, @Nullable String reason) {
        shipment.requireMove(ShipmentStatus.FAILED);
        if (shipment.out()) {
            Contents contents = contents(order, shipment);
            contents.goods().forEach(one -> one.line().ship(one.quantity().negate()));
            contents.each(unit -> unit.become(LineSerialStatus.ALLOCATED));
            if (shipment.stockPostingId != null) {
                stock.callBack(order, shipment.stockPostingId, reason == null ? "Delivery failed" : reason);
                shipment.stockPostingId = null;
            }
            progress.update(order);
        }
        shipment.become(ShipmentStatus.FAILED);
        shipment.failureReason = reason;
        events.publish(FulfilmentEvents.shipment("failed", shipment, order));
    }

    /** ORD-15: it came back; its goods are not picked any more, and nobody sells them before somebody judged them. */
    void comeBack(Order order, OrderShipment shipment, @Nullable String reason) {
        shipment.requireMove(ShipmentStatus.RETURNED);
        Instant now = dates.now();
        Contents contents = contents(order, shipment);
        if (shipment.out()) {
            contents.goods().forEach(one -> one.line().ship(one.quantity().negate()));
        } else {
            requireBack(order, shipment, contents);
            stock.ship(order, document(shipment), contents.goods(), shipment.fromLocationId, now);
        }
        contents.goods().forEach(one -> one.line().pick(one.quantity().negate()));
        contents.each(unit -> unit.comeBack(now));
        stock.takeIn(order, document(shipment), contents.goods(), shipment.fromLocationId, now);
        shipment.stockPostingId = null;
        shipment.become(ShipmentStatus.RETURNED);
        shipment.failureReason = reason;
        progress.update(order);
        events.publish(FulfilmentEvents.shipment("returned", shipment, order));
    }

    /** A failed one comes back if it ever left, and if its goods were not packed anew since. */
    private void requireBack(Order order, OrderShipment shipment, Contents contents) {
        if (shipment.shippedAt() == null) {
            throw shipment.refused(ShipmentStatus.RETURNED, ", since it never left");
        }
        Map<UUID, BigDecimal> packed = shares.packed(order.id(), shipment.id());
        for (Stock.Goods one : contents.goods()) {
            OrderLine line = one.line();
            BigDecimal here = line.qtyPicked().subtract(line.qtyShipped()).subtract(Shares.of(packed, line.id()));
            boolean units =
                    !line.serialized() || one.serials().size() == one.quantity().intValue();
            if (here.compareTo(one.quantity()) < 0 || !units) {
                throw shipment.refused(ShipmentStatus.RETURNED, ", since its goods were put back or packed anew");
            }
        }
    }
}
