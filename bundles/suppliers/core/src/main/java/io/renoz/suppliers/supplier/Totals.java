package io.renoz.suppliers.supplier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was ordered from a supplier in all.
 *
 * @param orders that were sent
 * @param value in the organization's currency
 * @param first day of the first one
 * @param last day of the newest one
 */
record Totals(
        int orders,
        BigDecimal value,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    static final Totals NONE = new Totals(0, BigDecimal.ZERO.setScale(2), null, null);

    BigDecimal average() {
        return orders == 0
                ? BigDecimal.ZERO.setScale(2)
                : value.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_UP);
    }
}
