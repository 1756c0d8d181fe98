package io.renoz.pipeline.quote;

import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.QuoteLineType;
import io.renoz.pipeline.api.TaxType;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A line as a caller asks for it. Lines are numbered in their order.
 *
 * @param lineType an item when left out
 * @param description the product's when left out; needed without a product
 * @param quantity 1 when left out; sections and notes have none
 * @param unitPrice without tax; the customer's price of the product on the price date when left out
 * @param discountAmount off the whole line, after the percentage
 * @param taxType the product's when left out
 * @param isSelected whether an optional line counts; lines that are not optional always do
 */
public record LineInput(
        QuoteLineType lineType,
        @Nullable UUID productId,
        @Nullable @Size(max = 100) String sku,

        @Nullable @Size(max = 2000) @Example("Delivery to site")
        String description,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3) @Example("2")
        BigDecimal quantity,

        @Nullable @Size(max = 20) String unitOfMeasure,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2) @Example("19.99")
        BigDecimal unitPrice,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal discountPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal discountAmount,

        @Nullable TaxType taxType,
        boolean isOptional,
        @Example("true") Boolean isSelected,
        @Nullable @Size(max = 500) String notes) {

    public LineInput {
        lineType = lineType == null ? QuoteLineType.ITEM : lineType;
        description = Values.plain(description);
        quantity = Values.places(quantity, 3);
        unitPrice = Values.places(unitPrice, 2);
        discountPercent = Values.places(discountPercent, 2);
        discountAmount = Values.places(discountAmount, 2);
        isSelected = isSelected == null || isSelected;
    }

    /** What a stored line was asked for as. */
    static LineInput of(QuoteItem item) {
        return new LineInput(
                item.lineType,
                item.productId,
                item.sku,
                item.description,
                item.quantity,
                item.unitOfMeasure,
                item.unitPrice,
                item.discountPercent,
                item.discountAmount,
                item.taxType,
                item.isOptional,
                item.isSelected,
                item.notes);
    }
}
