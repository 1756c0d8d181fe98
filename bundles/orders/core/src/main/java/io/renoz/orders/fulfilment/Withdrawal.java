package io.renoz.orders.fulfilment;

import io.renoz.data.Tables;
import io.renoz.orders.api.LineSerialStatus;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import io.renoz.orders.order.Reserving;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ORD-16: gives up what has not left the house, of an order whose row is locked: shipments that wait, units, picked goods and
 * reservations. What has left stays as it is.
 */
@Component(service = Withdrawal.class)
public final class Withdrawal {

    private final Tables tables;
    private final Reserving reserving;
    private final Serials serials;

    @Activate
    public Withdrawal(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Reserving reserving,
            @Reference Serials serials) {
        this.tables = tables;
        this.reserving = reserving;
        this.serials = serials;
    }

    /** {@code reason} is what stock and the shipments keep of it. */
    public void withdraw(Order order, String reason) {
        waiting(order).forEach(shipment -> {
            shipment.become(ShipmentStatus.FAILED);
            shipment.failureReason = reason;
        });
        List<OrderLine> lines = order.lines();
        serials
                .of(lines.stream()
                        .filter(OrderLine::serialized)
                        .map(OrderLine::id)
                        .toList())
                .stream()
                .filter(unit -> unit.status == LineSerialStatus.ALLOCATED)
                .forEach(serials::remove);
        for (OrderLine line : lines) {
            if (line.qtyPicked().compareTo(line.qtyShipped()) > 0) {
                line.pick(line.qtyShipped().subtract(line.qtyPicked()));
            }
        }
        reserving.release(order, reason.length() > 200 ? reason.substring(0, 200) : reason);
    }

    private List<OrderShipment> waiting(Order order) {
        return tables.entities()
                .createQuery(
                        "select s from OrderShipment s where s.orderId = :order and s.status = :pending",
                        OrderShipment.class)
                .setParameter("order", order.id())
                .setParameter("pending", ShipmentStatus.PENDING)
                .getResultList();
    }
}
