package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order as other modules see it. Money has 2 places, quantities have 3.
 *
 * @param parentLineId bundle line of a component
 * @param productId null for free text, sections and notes
 * @param unitPrice without tax; components carry 0
 * @param discountAmount asked amount off the whole line, after the percentage
 * @param lineSubtotal after the line's own discount, without tax
 * @param taxAmount after the line's share of the order discount
 * @param shippable false for services, digital goods, sections, notes and bundle headers
 * @param locationId where to pick from
 * @param serials units given to the line that did not come back
 */
public record OrderLineSummary(
        UUID id,
        UUID orderId,
        int lineNumber,
        OrderLineType lineType,
        @Nullable UUID parentLineId,
        @Nullable UUID productId,
        @Nullable String sku,
        String description,
        BigDecimal quantity,
        @Nullable String unitOfMeasure,
        BigDecimal unitPrice,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountAmount,
        TaxType taxType,
        BigDecimal taxRate,
        BigDecimal lineSubtotal,
        BigDecimal taxAmount,
        BigDecimal lineTotal,
        boolean shippable,
        boolean serialized,
        @Nullable LocalDate requestedDate,
        @Nullable UUID locationId,
        BigDecimal qtyReserved,
        BigDecimal qtyPicked,
        BigDecimal qtyShipped,
        BigDecimal qtyDelivered,
        BigDecimal qtyReturned,
        List<String> serials) {

    public OrderLineSummary {
        serials = List.copyOf(serials);
    }
}
