package io.renoz.products.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line before it is computed. Sections and notes are {@link #EMPTY}.
 *
 * @param quantity 0 or more
 * @param unitPrice without tax, 0 or more
 * @param discountPercent 0 to 100; null for none
 * @param discountAmount off the whole line, after the percentage; null for none
 * @param taxRate percent
 */
public record DraftLine(
        BigDecimal quantity,
        BigDecimal unitPrice,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountAmount,
        BigDecimal taxRate) {

    /** A line that adds nothing. */
    public static final DraftLine EMPTY = new DraftLine(BigDecimal.ZERO, BigDecimal.ZERO, null, null, BigDecimal.ZERO);
}
