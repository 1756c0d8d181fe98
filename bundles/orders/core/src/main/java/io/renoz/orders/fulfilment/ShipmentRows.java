package io.renoz.orders.fulfilment;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.orders.order.Order;
import io.renoz.problem.Problem;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shipments as a collection, for all resources whose answer is a shipment. */
@Component(service = ShipmentRows.class)
public final class ShipmentRows {

    private final Tables tables;
    private final Rows<OrderShipment, ShipmentInput, ShipmentView> rows;

    @Activate
    public ShipmentRows(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
        this.rows = tables.of(OrderShipment.class)
                .filter("orderId", "status", "carrier", "trackingNumber", "shippedAt", "deliveredAt", "createdAt")
                .search("shipmentNumber", "trackingNumber")
                .sort("-createdAt", "shippedAt", "deliveredAt")
                .byName(ShipmentInput.class, ShipmentView.class);
    }

    Rows<OrderShipment, ShipmentInput, ShipmentView> rows() {
        return rows;
    }

    /**
     * The order of a shipment, its row locked: whatever changes a shipment waits for it.
     *
     * @throws Problem {@code not-found}
     */
    Order lock(UUID shipmentId) {
        UUID order = tables.entities()
                .createQuery("select s.orderId from OrderShipment s where s.id = :id", UUID.class)
                .setParameter("id", shipmentId)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("shipment"));
        return tables.lock(Order.class, order);
    }

    /** Does something with a shipment and its order, under the caller's If-Match if one was sent. */
    ShipmentView act(UUID shipmentId, BiConsumer<Order, OrderShipment> act) {
        Order order = lock(shipmentId);
        return rows.change(shipmentId, shipment -> act.accept(order, shipment));
    }
}
