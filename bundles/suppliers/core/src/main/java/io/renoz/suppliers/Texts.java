package io.renoz.suppliers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How what callers type is stored. Null stays null, and so becomes what is blank. */
public final class Texts {

    private Texts() {}

    public static @Nullable String plain(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** E-mail addresses are compared without regard to case, so they are kept in one. */
    public static @Nullable String lower(@Nullable String typed) {
        String text = plain(typed);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** Codes of countries and currencies. */
    public static @Nullable String upper(@Nullable String typed) {
        String text = plain(typed);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
