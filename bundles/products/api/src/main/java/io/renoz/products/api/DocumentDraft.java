package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote, order, amendment or credit note before it is computed.
 *
 * @param discountPercent off the sum of the lines, 0 to 100; null for none
 * @param discountFixed amount off on top of the percentage; null for none
 * @param freight without tax, 0 or more
 * @param freightTaxRate percent
 * @param rounding where taxes are rounded
 */
public record DocumentDraft(
        List<DraftLine> lines,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountFixed,
        BigDecimal freight,
        BigDecimal freightTaxRate,
        TaxRounding rounding) {

    public DocumentDraft {
        lines = List.copyOf(lines);
    }

    /** Lines alone: no discount of the whole, no freight. */
    public static DocumentDraft of(List<DraftLine> lines, TaxRounding rounding) {
        return new DocumentDraft(lines, null, null, BigDecimal.ZERO, BigDecimal.ZERO, rounding);
    }
}
