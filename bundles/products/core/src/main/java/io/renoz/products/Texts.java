package io.renoz.products;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How what callers type is stored. Null stays null, and so becomes what is blank. */
public final class Texts {

    private Texts() {}

    public static @Nullable String plain(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    public static @Nullable String upper(@Nullable String typed) {
        String text = plain(typed);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** A number with at least so many places, as the database gives it back. */
    public static @Nullable BigDecimal scaled(@Nullable BigDecimal number, int places) {
        return number == null || number.scale() >= places ? number : number.setScale(places);
    }
}
