package io.renoz.orders;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes of orders and their amendments beyond the changes of its records. */
@Component
public final class OrdersEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";

    @Override
    public List<EventType> list() {
        return List.of(
                order("confirmed", "An order became binding.", Map.of()),
                order("picked", "Everything of an order is picked.", Map.of("from", "picking")),
                order("partially-shipped", "Some of an order left the house.", Map.of("from", "picked")),
                order("shipped", "All of an order left the house.", Map.of("from", "partially_shipped")),
                order("delivered", "All of an order reached the customer.", Map.of("from", "shipped")),
                order("cancelled", "An order was given up.", Map.of("reason", "Sold the house")),
                order(
                        "amended",
                        "A confirmed order was changed.",
                        Map.of("amendmentId", ID, "difference", money("33.00"))),
                order("remainder-closed", "What was not shipped of an order was given up.", Map.of()),
                amendment("requested", "Somebody asked for a change of an order."),
                amendment("approved", "The change of an order was approved."),
                amendment("applied", "An order was changed as it had been asked for."));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private static EventType order(String happening, String about, Map<String, Object> more) {
        var sample = new LinkedHashMap<String, Object>();
        sample.put("orderNumber", "ORD-2026-00001");
        sample.put("customerId", ID);
        sample.put("status", "confirmed");
        sample.put("total", money("166.00"));
        sample.put("balanceDue", money("166.00"));
        sample.put("currency", "AUD");
        sample.putAll(more);
        return new EventType("orders.order." + happening, about, sample);
    }

    private static EventType amendment(String happening, String about) {
        var sample = new LinkedHashMap<String, Object>();
        sample.put("orderId", ID);
        sample.put("amendmentNumber", 1);
        sample.put("amendmentType", "quantity_change");
        sample.put("totalBefore", money("66.00"));
        sample.put("totalAfter", money("99.00"));
        sample.put("difference", money("33.00"));
        return new EventType("orders.amendment." + happening, about, sample);
    }
}
