package io.renoz.suppliers.purchase.order;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is told of purchase orders. */
public final class OrderEvents {

    private OrderEvents() {}

    /** {@code suppliers.order.<happening>}. */
    public static DomainEvent of(String happening, PurchaseOrder order) {
        return of(happening, order, Map.of());
    }

    /** The same with more to tell. */
    public static DomainEvent of(String happening, PurchaseOrder order, Map<String, Object> more) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("number", order.number());
        payload.put("supplierId", order.supplierId());
        payload.put("status", Coded.of(order.status()));
        payload.put("currency", order.currency());
        payload.put("totalAmount", order.total());
        payload.put("totalAmountBase", order.totalBase());
        payload.putAll(more);
        return new DomainEvent("suppliers.order." + happening, "purchase_order", order.id(), payload);
    }
}
