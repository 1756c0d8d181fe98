package io.renoz.orders.fulfilment;

import io.renoz.data.Coded;
import io.renoz.event.EventPublisher;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.fulfilment.FulfilmentEvents.Moved;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Progress;
import io.renoz.orders.payment.Dates;
import io.renoz.problem.Problem;
import io.renoz.settings.api.Attachments;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-15: shipments that reach the customer, and confirmations that are taken back. The order's row is locked. */
@Component(service = Deliveries.class)
public final class Deliveries {

    /** How long a confirmation can be taken back. */
    private static final Duration REOPENABLE = Duration.ofDays(30);

    private final Serials serials;
    private final Progress progress;
    private final Attachments attachments;
    private final EventPublisher events;
    private final Dates dates;

    @Activate
    public Deliveries(
            @Reference Serials serials,
            @Reference Progress progress,
            @Reference Attachments attachments,
            @Reference EventPublisher events,
            @Reference Dates dates) {
        this.serials = serials;
        this.progress = progress;
        this.attachments = attachments;
        this.events = events;
        this.dates = dates;
    }

    /**
     * How it was delivered.
     *
     * @param at now when null
     */
    record Proof(
            @Nullable Instant at,
            @Nullable String to,
            @Nullable UUID signature,
            @Nullable UUID photo,
            @Nullable String notes) {}

    /**
     * It reached the customer.
     *
     * @throws Problem {@code invalid-transition}, {@code validation-failed}
     */
    void confirm(Order order, OrderShipment shipment, Proof proof) {
        if (shipment.status() == ShipmentStatus.PENDING || shipment.status() == ShipmentStatus.FAILED) {
            throw shipment.refused(ShipmentStatus.DELIVERED, "");
        }
        shipment.requireMove(ShipmentStatus.DELIVERED);
        Instant at = proof.at == null ? dates.now() : proof.at;
        if (at.isAfter(dates.now()) || at.isBefore(Objects.requireNonNull(shipment.shippedAt()))) {
            throw Problem.invalid("deliveredAt", "It was delivered after it left, and not in time to come.");
        }
        shipment.become(ShipmentStatus.DELIVERED);
        shipment.deliveredAt = at;
        shipment.deliveredTo = proof.to;
        shipment.deliveryNotes = proof.notes;
        shipment.signatureAttachmentId = linked(shipment, proof.signature, "signatureAttachmentId");
        shipment.photoAttachmentId = linked(shipment, proof.photo, "photoAttachmentId");
        LocalDate day = at.atZone(dates.zone()).toLocalDate();
        Contents contents = Contents.of(order, shipment, serials.rows(shipment.id()));
        contents.each(unit -> unit.become(LineSerialStatus.DELIVERED));
        var source = new SourceRef("orders.shipment", shipment.id());
        for (Stock.Goods one : contents.goods()) {
            one.line().deliver(one.quantity());
            events.publish(FulfilmentEvents.line(
                    "delivered", one.line(), order, new Moved(one.quantity(), one.serials(), day, source)));
        }
        progress.update(order, day);
        events.publish(FulfilmentEvents.shipment("delivered", shipment, order));
    }

    private @Nullable UUID linked(OrderShipment shipment, @Nullable UUID file, String field) {
        if (file == null) {
            return null;
        }
        try {
            attachments.link(file, "order_shipment", shipment.id());
            return file;
        } catch (Problem refused) {
            throw Problem.invalid(field, "This is no file that can hang on the shipment.")
                    .because(refused);
        }
    }

    /**
     * Takes a confirmation back, which undoes exactly what it did.
     *
     * @throws Problem {@code invalid-transition}, also 30 days after the delivery and once some of it was returned
     */
    void reopen(Order order, OrderShipment shipment, String reason) {
        Instant delivered = shipment.deliveredAt();
        if (shipment.status() != ShipmentStatus.DELIVERED || delivered == null) {
            throw Problem.transition("Only a delivery that was confirmed is reopened.")
                    .with("from", Coded.of(shipment.status()))
                    .with("to", "in_transit");
        }
        if (delivered.plus(REOPENABLE).isBefore(dates.now())) {
            throw shipment.refused(ShipmentStatus.IN_TRANSIT, " more than 30 days later");
        }
        Contents contents = Contents.of(order, shipment, serials.rows(shipment.id()));
        for (Stock.Goods one : contents.goods()) {
            OrderLine line = one.line();
            BigDecimal left = line.qtyDelivered().subtract(one.quantity());
            if (line.qtyReturned().compareTo(left) > 0) {
                throw shipment.refused(ShipmentStatus.IN_TRANSIT, ", since some of it was returned");
            }
        }
        if (contents.units().stream().anyMatch(unit -> unit.status == LineSerialStatus.RETURNED)) {
            throw shipment.refused(ShipmentStatus.IN_TRANSIT, ", since some of it was returned");
        }
        contents.goods().forEach(one -> one.line().deliver(one.quantity().negate()));
        contents.each(unit -> unit.become(LineSerialStatus.SHIPPED));
        shipment.become(ShipmentStatus.IN_TRANSIT);
        shipment.deliveredAt = null;
        shipment.deliveredTo = null;
        shipment.signatureAttachmentId = null;
        shipment.photoAttachmentId = null;
        shipment.deliveryNotes = "Reopened: " + reason;
        progress.update(order);
    }
}
