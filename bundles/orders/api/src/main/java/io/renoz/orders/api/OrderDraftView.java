package io.renoz.orders.api;

import java.util.List;

/** A draft as it would be confirmed, with bundles expanded already. */
public record OrderDraftView(OrderSummary order, List<OrderLineSummary> lines) {

    public OrderDraftView {
        lines = List.copyOf(lines);
    }
}
