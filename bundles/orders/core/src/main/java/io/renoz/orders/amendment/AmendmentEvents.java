package io.renoz.orders.amendment;

import io.renoz.data.Coded;
import io.renoz.event.DomainEvent;
import java.util.LinkedHashMap;

/** What is told of amendments. */
final class AmendmentEvents {

    private AmendmentEvents() {}

    /** {@code orders.amendment.<happening>} */
    static DomainEvent of(String happening, OrderAmendment amendment) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("orderId", amendment.orderId);
        payload.put("amendmentNumber", amendment.amendmentNumber);
        payload.put("amendmentType", Coded.of(amendment.amendmentType));
        payload.put("status", Coded.of(amendment.status));
        payload.put("totalBefore", amendment.totalBefore);
        payload.put("totalAfter", amendment.totalAfter);
        payload.put("difference", amendment.difference);
        return new DomainEvent("orders.amendment." + happening, "order_amendment", amendment.id(), payload);
    }
}
