package io.renoz.financial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** Amounts with 2 places, rounded half up. */
public final class Money {

    public static final BigDecimal ZERO = new BigDecimal("0.00");
    public static final BigDecimal HUNDRED = new BigDecimal("100");

    private static final int CENTS = 2;

    private Money() {}

    public static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /** {@code amount x part / whole}; the whole is not 0. */
    public static BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, CENTS, RoundingMode.HALF_UP);
    }

    public static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(ZERO, BigDecimal::add);
    }
}
