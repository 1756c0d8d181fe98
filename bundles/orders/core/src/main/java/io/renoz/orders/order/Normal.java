package io.renoz.orders.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What callers type, in one form. */
public final class Normal {

    private static final int CENTS = 2;

    private Normal() {}

    /** Without blanks around it; nothing in place of blanks alone. */
    public static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** With 2 places, where it has no more. */
    public static @Nullable BigDecimal money(@Nullable BigDecimal typed) {
        return places(typed, CENTS);
    }

    /** With 3 places, where it has no more. */
    public static @Nullable BigDecimal quantity(@Nullable BigDecimal typed) {
        return places(typed, 3);
    }

    /** Money, 0.00 in place of none. */
    public static BigDecimal orNothing(@Nullable BigDecimal typed) {
        BigDecimal money = money(typed);
        return money == null ? BigDecimal.ZERO.setScale(CENTS) : money;
    }

    private static @Nullable BigDecimal places(@Nullable BigDecimal typed, int places) {
        return typed == null || typed.scale() > places ? typed : typed.setScale(places);
    }
}
