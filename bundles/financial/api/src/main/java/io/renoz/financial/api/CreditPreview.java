package io.renoz.financial.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What crediting certain quantities of an order would give. */
public record CreditPreview(
        UUID orderId, List<PreviewLine> lines, BigDecimal net, BigDecimal taxAmount, BigDecimal total) {

    public CreditPreview {
        lines = List.copyOf(lines);
    }

    /** One line of it, in the order asked for. */
    public record PreviewLine(
            UUID orderLineId, BigDecimal quantity, BigDecimal net, BigDecimal taxAmount, BigDecimal total) {}
}
