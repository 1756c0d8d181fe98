package io.renoz.suppliers.purchase.order;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the goods of an order are worth, in its own currency. */
public final class OrderValues {

    private OrderValues() {}

    /** The lines of which something is wanted or came, by their numbers. */
    public static List<PurchaseOrderItem> wanted(PurchaseOrder order) {
        return order.lines().stream()
                .filter(item -> !item.removed() || item.quantityReceived.signum() > 0)
                .toList();
    }

    /** Each line after all discounts, that on the whole order included, and before tax. */
    public static Map<UUID, BigDecimal> net(PurchaseOrder order) {
        List<PurchaseOrderItem> lines = order.lines();
        List<BigDecimal> shares = Shares.of(
                order.discountAmount,
                lines.stream().map(PurchaseOrderItem::lineSubtotal).toList());
        var net = new LinkedHashMap<UUID, BigDecimal>();
        for (int i = 0; i < lines.size(); i++) {
            net.put(lines.get(i).id(), lines.get(i).lineSubtotal.subtract(shares.get(i)));
        }
        return net;
    }

    /** SUP-19: what was accepted, with tax and freight. When all of it was, that is the total of the order. */
    public static BigDecimal accepted(PurchaseOrder order) {
        Map<UUID, BigDecimal> net = net(order);
        BigDecimal value = order.shippingAmount;
        BigDecimal freightTax = order.taxAmount;
        for (PurchaseOrderItem item : order.lines()) {
            BigDecimal whole = net.getOrDefault(item.id(), BigDecimal.ZERO).add(item.taxAmount);
            value = value.add(PurchaseOrderItem.part(whole, item.quantityAccepted(), item.quantity));
            freightTax = freightTax.subtract(item.taxAmount);
        }
        return value.add(freightTax);
    }

    /** Whether something was not accepted as it was ordered. */
    public static boolean quantitiesDiffer(PurchaseOrder order) {
        return order.lines().stream().anyMatch(item -> item.quantityAccepted().compareTo(item.quantity) != 0);
    }
}
