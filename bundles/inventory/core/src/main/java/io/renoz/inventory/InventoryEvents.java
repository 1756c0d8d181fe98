package io.renoz.inventory;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes. */
@Component
public final class InventoryEvents implements EventDeclarations {

    public static final String RECEIVED = "inventory.stock.received";
    public static final String SHIPPED = "inventory.stock.shipped";
    public static final String ISSUED = "inventory.stock.issued";
    public static final String RETURNED = "inventory.stock.returned";
    public static final String ADJUSTED = "inventory.stock.adjusted";
    public static final String SCRAPPED = "inventory.stock.scrapped";
    public static final String STATUS_CHANGED = "inventory.stock.status-changed";
    public static final String RESERVED = "inventory.reservation.created";
    public static final String RELEASED = "inventory.reservation.released";
    public static final String EXPIRED = "inventory.reservation.expired";
    public static final String BACKORDER_FILLED = "inventory.reservation.backorder-filled";
    public static final String TRANSFER_SHIPPED = "inventory.transfer.shipped";
    public static final String TRANSFER_RECEIVED = "inventory.transfer.received";
    public static final String COUNT_COMPLETED = "inventory.count.completed";
    public static final String ALERT_TRIGGERED = "inventory.alert.triggered";
    public static final String ALERT_RESOLVED = "inventory.alert.resolved";
    public static final String SERIAL_REGISTERED = "inventory.serial.registered";
    public static final String SERIAL_STATUS_CHANGED = "inventory.serial.status-changed";
    public static final String COST_CHANGED = "inventory.cost.changed";

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";

    private static final Map<String, Object> POSTED =
            Map.of("referenceType", "orders.shipment", "referenceId", ID, "productIds", List.of(ID), "cost", 12.5);

    @Override
    public List<EventType> list() {
        return List.of(
                new EventType(RECEIVED, "Goods came in.", POSTED),
                new EventType(SHIPPED, "Goods left for a customer.", POSTED),
                new EventType(ISSUED, "Goods were used by a job.", POSTED),
                new EventType(RETURNED, "Goods came back from a customer, or went back to a supplier.", POSTED),
                new EventType(ADJUSTED, "Quantity or value of stock was corrected.", POSTED),
                new EventType(SCRAPPED, "Stock was written off as scrap.", POSTED),
                new EventType(STATUS_CHANGED, "Stock went to another condition.", POSTED),
                new EventType(RESERVED, "Stock was set aside for a line.", reservation()),
                new EventType(RELEASED, "What was set aside was given back.", reservation()),
                new EventType(EXPIRED, "A hold lapsed.", reservation()),
                new EventType(BACKORDER_FILLED, "Stock came for a line that waited.", reservation()),
                new EventType(TRANSFER_SHIPPED, "A transfer is under way.", transfer()),
                new EventType(TRANSFER_RECEIVED, "A transfer arrived, in part or whole.", transfer()),
                new EventType(
                        COUNT_COMPLETED,
                        "A stock count was completed.",
                        Map.of("countCode", "CNT-2026-00001", "itemsWithVariance", 2, "varianceValue", -12.5)),
                new EventType(ALERT_TRIGGERED, "An alert fired.", alert()),
                new EventType(ALERT_RESOLVED, "An alert is over.", alert()),
                new EventType(
                        SERIAL_REGISTERED,
                        "A unit came in.",
                        Map.of("productId", ID, "serialNumber", "SN1", "status", "available")),
                new EventType(
                        SERIAL_STATUS_CHANGED,
                        "A unit moved along its life.",
                        Map.of("productId", ID, "serialNumber", "SN1", "from", "available", "to", "shipped")),
                new EventType(
                        COST_CHANGED,
                        "The value of stock changed without its moving.",
                        Map.of("productIds", List.of(ID), "cost", 12.5)));
    }

    private static Map<String, Object> reservation() {
        var sample = new LinkedHashMap<String, Object>();
        sample.put("demandType", "orders.order_line");
        sample.put("demandId", ID);
        sample.put("demandLineId", ID);
        sample.put("productId", ID);
        sample.put("quantity", 5);
        sample.put("allocated", 3);
        sample.put("fulfilled", 0);
        return sample;
    }

    private static Map<String, Object> transfer() {
        return Map.of(
                "transferNumber",
                "TRF-2026-00001",
                "fromLocationId",
                ID,
                "toLocationId",
                ID,
                "productIds",
                List.of(ID));
    }

    private static Map<String, Object> alert() {
        return Map.of(
                "alertType",
                "low_stock",
                "productId",
                ID,
                "measuredValue",
                2,
                "thresholdValue",
                5,
                "message",
                "Low stock");
    }
}
