package io.renoz.products.attribute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value in the column of its type: one of these is there. */
record Typed(
        @Nullable UUID choice,
        @Nullable String text,
        @Nullable BigDecimal number,
        @Nullable Boolean flag,
        @Nullable LocalDate date) {

    static Typed choice(UUID choice) {
        return new Typed(choice, null, null, null, null);
    }

    static Typed text(String text) {
        return new Typed(null, text, null, null, null);
    }

    static Typed number(BigDecimal number) {
        return new Typed(null, null, number, null, null);
    }

    static Typed flag(boolean flag) {
        return new Typed(null, null, null, flag, null);
    }

    static Typed date(LocalDate date) {
        return new Typed(null, null, null, null, date);
    }
}
