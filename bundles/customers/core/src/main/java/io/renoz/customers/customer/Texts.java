package io.renoz.customers.customer;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How what callers type is stored. Null stays null, and so becomes what is blank. */
final class Texts {

    private Texts() {}

    static @Nullable String plain(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** E-mail addresses are compared without regard to case, so they are kept in one. */
    static @Nullable String lower(@Nullable String typed) {
        String text = plain(typed);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    static @Nullable String upper(@Nullable String typed) {
        String text = plain(typed);
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    /** Numbers of registers are typed in groups. */
    static @Nullable String unspaced(@Nullable String typed) {
        String text = plain(typed);
        return text == null ? null : text.replaceAll("\\s", "");
    }
}
