package io.renoz.financial.revenue;

import io.renoz.financial.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** FIN-19: a straight line over months. */
final class Slices {

    private Slices() {}

    /** Revenue of one month; recognized on its last day. */
    record Slice(LocalDate start, LocalDate end, BigDecimal amount) {}

    /** Equal slices, the last taking the rest; none is below a cent, so there may be fewer than asked for. */
    static List<Slice> monthly(BigDecimal total, LocalDate start, int months) {
        BigDecimal each = total.divide(BigDecimal.valueOf(months), 2, RoundingMode.HALF_UP);
        var slices = new ArrayList<Slice>();
        BigDecimal left = total;
        for (int i = 0; i < months && left.signum() > 0; i++) {
            boolean last = i == months - 1;
            BigDecimal amount = last ? left : each.min(left);
            if (amount.signum() > 0) {
                slices.add(
                        new Slice(start.plusMonths(i), start.plusMonths(i + 1L).minusDays(1), amount.add(Money.ZERO)));
            }
            left = left.subtract(amount);
        }
        return slices;
    }
}
