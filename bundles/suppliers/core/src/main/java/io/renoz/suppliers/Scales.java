package io.renoz.suppliers;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers the decimals that the database keeps of them, so that an answer to a change reads like every later one. What has
 * more decimals stays as it is, for the input's own checks to find.
 */
public final class Scales {

    private Scales() {}

    /** Amounts and percentages: 2 decimals. */
    public static @Nullable BigDecimal money(@Nullable BigDecimal number) {
        return scaled(number, 2);
    }

    /** An amount, or 0.00 where there is none. */
    public static BigDecimal moneyOrZero(@Nullable BigDecimal number) {
        BigDecimal given = number == null ? BigDecimal.ZERO : number;
        return given.scale() < 2 ? given.setScale(2) : given;
    }

    /** Amounts of goods: 3 decimals. */
    public static @Nullable BigDecimal quantity(@Nullable BigDecimal number) {
        return scaled(number, 3);
    }

    /** A quantity, or 1 where there is none. */
    public static BigDecimal quantityOrOne(@Nullable BigDecimal number) {
        BigDecimal given = number == null ? BigDecimal.ONE : number;
        return given.scale() < 3 ? given.setScale(3) : given;
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number, int decimals) {
        return number != null && number.scale() < decimals ? number.setScale(decimals) : number;
    }
}
