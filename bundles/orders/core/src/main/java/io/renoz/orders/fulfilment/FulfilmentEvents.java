package io.renoz.orders.fulfilment;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import io.renoz.orders.api.SourceRef;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What is told of shipments and of goods that reach the customer, or come back. */
@Component
public final class FulfilmentEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";

    static DomainEvent shipment(String happening, OrderShipment shipment, Order order) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("shipmentNumber", shipment.number());
        payload.put("status", Coded.of(shipment.status()));
        payload.put("orderId", order.id());
        payload.put("orderNumber", order.orderNumber());
        payload.put("customerId", order.customerId());
        if (shipment.trackingNumber() != null) {
            payload.put("trackingNumber", shipment.trackingNumber());
        }
        return new DomainEvent("orders.shipment." + happening, "order_shipment", shipment.id(), payload);
    }

    /** ORD-26: goods of a line, or work, and where it is told from. */
    record Moved(BigDecimal quantity, List<String> serials, LocalDate day, SourceRef source) {}

    /** ORD-26: {@code delivered} or {@code returned}. */
    static DomainEvent line(String happening, OrderLine line, Order order, Moved moved) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("orderId", order.id());
        payload.put("orderNumber", order.orderNumber());
        payload.put("customerId", order.customerId());
        payload.put("orderLineItemId", line.id());
        line.productId().ifPresent(product -> payload.put("productId", product));
        payload.put("quantity", moved.quantity);
        payload.put("serialNumbers", moved.serials);
        payload.put("day", moved.day.toString());
        payload.put("sourceType", moved.source.type());
        payload.put("sourceId", moved.source.id());
        return new DomainEvent("orders.line." + happening, "order_line_item", line.id(), payload);
    }

    @Override
    public List<EventType> list() {
        return List.of(
                shipment("created", "A shipment was packed.", "pending"),
                shipment("shipped", "A shipment left the house.", "in_transit"),
                shipment("delivered", "A shipment reached the customer.", "delivered"),
                shipment("failed", "A shipment did not reach the customer.", "failed"),
                shipment("returned", "A shipment came back.", "returned"),
                line("delivered", "Goods or work of a line reached the customer, in whatever way."),
                line("returned", "Goods of a line came back from the customer."));
    }

    private static EventType shipment(String happening, String about, String status) {
        return new EventType(
                "orders.shipment." + happening,
                about,
                Map.of(
                        "shipmentNumber", "SHP-2026-00001",
                        "status", status,
                        "orderId", ID,
                        "orderNumber", "ORD-2026-00001",
                        "customerId", ID));
    }

    private static EventType line(String happening, String about) {
        return new EventType(
                "orders.line." + happening,
                about,
                Map.of(
                        "orderId",
                        ID,
                        "orderNumber",
                        "ORD-2026-00001",
                        "customerId",
                        ID,
                        "orderLineItemId",
                        ID,
                        "productId",
                        ID,
                        "quantity",
                        2,
                        "serialNumbers",
                        List.of("SN1", "SN2"),
                        "day",
                        "2026-03-02",
                        "sourceType",
                        "orders.shipment",
                        "sourceId",
                        ID));
    }
}
