package io.renoz.orders.order;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of orders beyond their being created and updated. */
public final class OrderEvents {

    private OrderEvents() {}

    /** What every event of an order says of it. */
    public static Map<String, Object> facts(Order order) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("orderNumber", order.orderNumber);
        facts.put("customerId", order.customerId);
        facts.put("status", Coded.of(order.status));
        facts.put("total", order.total);
        facts.put("balanceDue", order.balanceDue);
        facts.put("currency", order.currency);
        return facts;
    }

    /** {@code orders.order.<happening>} */
    public static DomainEvent of(String happening, Order order) {
        return of(happening, order, facts(order));
    }

    public static DomainEvent of(String happening, Order order, Map<String, Object> payload) {
        return new DomainEvent("orders.order." + happening, "order", order.id(), payload);
    }
}
