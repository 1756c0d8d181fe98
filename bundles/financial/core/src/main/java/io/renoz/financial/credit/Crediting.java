package io.renoz.financial.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * FIN-02: what crediting a part of a line gives. What was credited so far counts as it was, so that whatever way a line is
 * credited piece by piece, and even if pieces are voided in between, its last unit brings the sum to exactly what was charged.
 */
final class Crediting {

    private static final int CENTS = 2;

    private Crediting() {}

    /**
     * The piece that comes next.
     *
     * @param charged for the whole line; its quantity is above 0
     * @param already credited
     * @param quantity above 0; what goes beyond the line is worth nothing
     */
    static Amounts next(Amounts charged, Amounts already, BigDecimal quantity) {
        BigDecimal upTo = already.quantity().add(quantity).min(charged.quantity());
        return new Amounts(
                quantity,
                piece(charged.net(), charged.quantity(), upTo, already.net()),
                piece(charged.tax(), charged.quantity(), upTo, already.tax()));
    }

    private static BigDecimal piece(BigDecimal whole, BigDecimal units, BigDecimal upTo, BigDecimal already) {
        BigDecimal due = whole.multiply(upTo).divide(units, CENTS, RoundingMode.HALF_UP);
        return due.subtract(already).max(BigDecimal.ZERO.setScale(CENTS));
    }
}
