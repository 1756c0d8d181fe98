package io.renoz.orders.order;

import io.renoz.orders.api.OrderStatus;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** ORD-13: how far an order is, by its lines. */
final class OrderProgress {

    private OrderProgress() {}

    /** The first that holds, from delivered down to confirmed. */
    static OrderStatus of(Collection<OrderLine> all) {
        List<OrderLine> lines = all.stream().filter(OrderLine::deliverable).toList();
        List<OrderLine> shippable = lines.stream().filter(OrderLine::shippable).toList();
        if (lines.stream().allMatch(OrderProgress::delivered) && !lines.isEmpty()) {
            return OrderStatus.DELIVERED;
        }
        if (shippable.isEmpty()) {
            return OrderStatus.CONFIRMED;
        }
        if (shippable.stream().allMatch(line -> line.qtyShipped.compareTo(line.quantity) >= 0)) {
            return OrderStatus.SHIPPED;
        }
        if (some(shippable, line -> line.qtyShipped.signum() > 0)) {
            return OrderStatus.PARTIALLY_SHIPPED;
        }
        if (shippable.stream().allMatch(line -> line.qtyPicked.compareTo(line.quantity) >= 0)) {
            return OrderStatus.PICKED;
        }
        return some(shippable, line -> line.qtyPicked.signum() > 0) ? OrderStatus.PICKING : OrderStatus.CONFIRMED;
    }

    private static boolean delivered(OrderLine line) {
        return line.qtyDelivered.compareTo(line.quantity) >= 0;
    }

    private static boolean some(List<OrderLine> lines, Predicate<OrderLine> holds) {
        return lines.stream().anyMatch(holds);
    }
}
