package io.renoz.products.price;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a rule says a unit costs: a price or a percentage off. */
record Amounts(@Nullable BigDecimal price, @Nullable BigDecimal discountPercent) {

    static final Amounts NONE = new Amounts(null, null);

    boolean same(Amounts other) {
        return same(price, other.price) && same(discountPercent, other.discountPercent);
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
