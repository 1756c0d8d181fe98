package io.renoz.pipeline.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an accepted offer.
 *
 * @param lineNumber as on the document; numbers of lines that were not chosen are missing
 * @param productId null for a line of free text, for sections and for notes
 * @param quantity 3 places; 0 for sections and notes
 * @param unitPrice net of tax
 * @param discountPercent of the gross amount of the line
 * @param discountAmount on top of the percentage
 * @param taxRate percent
 * @param lineSubtotal net after the line's own discounts
 * @param taxAmount after its share of the offer's discount
 * @param lineTotal lineSubtotal + taxAmount, before the offer's discount
 */
public record QuoteLine(
        UUID id,
        int lineNumber,
        QuoteLineType lineType,
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
        BigDecimal lineTotal) {}
