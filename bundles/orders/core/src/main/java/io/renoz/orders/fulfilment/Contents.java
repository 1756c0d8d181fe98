package io.renoz.orders.fulfilment;

import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What is in a shipment, line by line, with its units. */
record Contents(List<Stock.Goods> goods, List<OrderLineSerial> units) {

    static Contents of(Order order, OrderShipment shipment, List<OrderLineSerial> units) {
        Map<UUID, UUID> lineOf = new LinkedHashMap<>();
        shipment.items().forEach(item -> lineOf.put(item.id(), item.orderLineItemId));
        var goods = new ArrayList<Stock.Goods>();
        lineOf.values().stream().distinct().forEach(id -> {
            OrderLine line = order.line(id).orElseThrow();
            List<String> serials = units.stream()
                    .filter(unit -> unit.orderLineItemId.equals(id))
                    .map(unit -> unit.serialNumber)
                    .toList();
            goods.add(new Stock.Goods(line, Packing.sum(shipment.items, id), serials));
        });
        return new Contents(List.copyOf(goods), List.copyOf(units));
    }

    void each(Consumer<OrderLineSerial> unit) {
        units.forEach(unit);
    }
}
