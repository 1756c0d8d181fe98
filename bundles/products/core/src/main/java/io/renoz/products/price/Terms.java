package io.renoz.products.price;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What inputs of prices have in common. */
final class Terms {

    private Terms() {}

    static void requireOne(@Nullable BigDecimal price, @Nullable BigDecimal discountPercent) {
        if ((price == null) == (discountPercent == null)) {
            throw Problem.invalid(
                    price == null ? "price" : "discountPercent", "It is either a price or a percentage, not both.");
        }
    }

    static void requireOrder(@Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw Problem.invalid("validTo", "It ends before it begins.");
        }
    }
}
