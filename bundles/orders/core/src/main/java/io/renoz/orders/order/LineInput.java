package io.renoz.orders.order;

import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.TaxType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a line.
 *
 * @param id of one that is there; left out for a new one
 * @param lineNumber the next one when left out
 * @param productId left out for free text, sections and notes
 * @param description the product's name when left out
 * @param quantity above 0, and whole unless the product allows fractions; sections and notes have none
 * @param unitPrice without tax; the customer's price of the day when left out
 * @param discountAmount amount off the whole line, after the percentage
 * @param taxType the product's when left out
 * @param lineSubtotal like the other amounts of the line computed here; what a caller sends is passed over
 * @param locationId where to pick from
 */
public record LineInput(
        @Nullable UUID id,
        @Nullable @Min(1) @Max(100_000) Integer lineNumber,
        OrderLineType lineType,
        @Nullable UUID productId,
        @Nullable @Size(max = 100) String sku,
        @Nullable @Size(max = 2000) String description,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
        BigDecimal quantity,

        @Nullable @Size(max = 20) String unitOfMeasure,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal unitPrice,

        @Nullable @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal discountPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal discountAmount,

        @Nullable TaxType taxType,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal lineSubtotal,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal taxAmount,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal lineTotal,

        @Nullable LocalDate requestedDate,
        @Nullable UUID locationId,
        @Nullable @Size(max = 500) String notes) {

    public LineInput {
        lineType = lineType == null ? OrderLineType.ITEM : lineType;
        sku = Normal.text(sku);
        description = Normal.text(description);
        quantity = Normal.quantity(quantity);
        unitPrice = Normal.money(unitPrice);
        discountPercent = Normal.money(discountPercent);
        discountAmount = Normal.money(discountAmount);
        lineSubtotal = Normal.money(lineSubtotal);
        taxAmount = Normal.money(taxAmount);
        lineTotal = Normal.money(lineTotal);
    }

    /** The same for another product: what was copied from the one before, and is not said anew, is left open. */
    LineInput unnamed(LineInput before) {
        return new LineInput(
                id,
                lineNumber,
                lineType == before.lineType ? OrderLineType.ITEM : lineType,
                productId,
                Objects.equals(sku, before.sku) ? null : sku,
                Objects.equals(description, before.description) ? null : description,
                quantity,
                Objects.equals(unitOfMeasure, before.unitOfMeasure) ? null : unitOfMeasure,
                same(unitPrice, before.unitPrice) ? null : unitPrice,
                discountPercent,
                discountAmount,
                taxType == before.taxType ? null : taxType,
                lineSubtotal,
                taxAmount,
                lineTotal,
                requestedDate,
                locationId,
                notes);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }
}
