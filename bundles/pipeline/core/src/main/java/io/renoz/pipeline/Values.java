package io.renoz.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small truths about values. */
public final class Values {

    public static final BigDecimal HUNDRED = new BigDecimal("100.00");

    private Values() {}

    /** To the cent, half up. */
    public static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Part of whole in percent to 2 places, half up; null when the whole is 0. */
    public static @Nullable BigDecimal percentOf(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }

    /** Whether two values are the same, numbers whatever their places. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(one, other);
    }

    /** A number with the places that are kept of it, so that it reads the same before and after; never rounded. */
    public static @Nullable BigDecimal places(@Nullable BigDecimal number, int places) {
        return number == null || number.scale() >= places ? number : number.setScale(places);
    }

    /** What is typed without the blanks around it; null when nothing is left. */
    public static @Nullable String plain(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
