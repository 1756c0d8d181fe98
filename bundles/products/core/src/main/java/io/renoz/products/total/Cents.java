package io.renoz.products.total;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts with 2 places that the database can keep, and numbers that make sense in a document. */
final class Cents {

    static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    private Cents() {}

    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Part of an amount, not rounded yet. */
    static BigDecimal percentOf(BigDecimal amount, BigDecimal percent) {
        return amount.multiply(percent).movePointLeft(2);
    }

    static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? ZERO : amount;
    }

    /** The amount, if it can be kept. */
    static BigDecimal kept(BigDecimal amount, String field) {
        if (amount.compareTo(MOST) > 0) {
            throw Problem.invalid(field, "The amount is above " + MOST.toPlainString() + ".");
        }
        return amount;
    }

    static void requireNotNegative(@Nullable BigDecimal number, String field) {
        if (number != null && number.signum() < 0) {
            throw Problem.invalid(field, "It is below 0.");
        }
    }

    static void requirePercent(@Nullable BigDecimal percent, String field) {
        requireNotNegative(percent, field);
        if (percent != null && percent.compareTo(HUNDRED) > 0) {
            throw Problem.invalid(field, "It is above 100 percent.");
        }
    }
}
