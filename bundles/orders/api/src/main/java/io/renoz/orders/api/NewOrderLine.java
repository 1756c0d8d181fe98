package io.renoz.orders.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@link NewOrder}.
 *
 * @param lineNumber null for the next after the line before it
 * @param productId null for free text, sections and notes
 * @param sku taken from the product when null
 * @param description taken from the product when null
 * @param unitPrice without tax; null to have it priced for the customer and the day
 * @param priceSource where a given price comes from, as {@code quote}; {@code manual} when null
 * @param discountAmount amount off the whole line, after the percentage
 * @param taxType taken from the product when null
 * @param taxRate percent; taken from the tax type on the order's day when null
 */
public record NewOrderLine(
        @Nullable Integer lineNumber,
        OrderLineType lineType,
        @Nullable UUID productId,
        @Nullable String sku,
        @Nullable String description,
        BigDecimal quantity,
        @Nullable String unitOfMeasure,
        @Nullable BigDecimal unitPrice,
        @Nullable String priceSource,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountAmount,
        @Nullable TaxType taxType,
        @Nullable BigDecimal taxRate,
        @Nullable LocalDate requestedDate,
        @Nullable UUID locationId,
        @Nullable String notes) {

    /** A product at today's price. */
    public static NewOrderLine of(UUID productId, BigDecimal quantity) {
        return new NewOrderLine(
                null,
                OrderLineType.ITEM,
                productId,
                null,
                null,
                quantity,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A product, or free text, at a price of the caller. */
    public static NewOrderLine priced(
            @Nullable UUID productId, String description, BigDecimal quantity, BigDecimal unitPrice) {
        return new NewOrderLine(
                null,
                OrderLineType.ITEM,
                productId,
                null,
                description,
                quantity,
                null,
                unitPrice,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
