package io.renoz.financial.plan;

import io.renoz.financial.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** FIN-10: what becomes of instalments when the order's total is no longer what they sum to. */
final class Shifting {

    private Shifting() {}

    /** An instalment, and what was paid of it. */
    record Part(BigDecimal amount, BigDecimal paid) {

        boolean settled() {
            return paid.compareTo(amount) >= 0;
        }
    }

    /**
     * The new amounts, in order: what is more goes onto the last unpaid one, or onto a new one at the end when all are paid;
     * what is less is taken from the last backwards. None falls below what was paid of it; those that fall to 0 go.
     */
    static List<BigDecimal> to(List<Part> parts, BigDecimal total) {
        var amounts = new ArrayList<>(parts.stream().map(Part::amount).toList());
        BigDecimal difference = total.subtract(Money.sum(amounts));
        if (difference.signum() > 0) {
            raise(parts, amounts, difference);
        } else {
            lower(parts, amounts, difference.negate());
        }
        return amounts;
    }

    private static void raise(List<Part> parts, List<BigDecimal> amounts, BigDecimal more) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (!parts.get(i).settled()) {
                amounts.set(i, amounts.get(i).add(more));
                return;
            }
        }
        amounts.add(more);
    }

    private static void lower(List<Part> parts, List<BigDecimal> amounts, BigDecimal less) {
        BigDecimal left = less;
        for (int i = parts.size() - 1; i >= 0 && left.signum() > 0; i--) {
            BigDecimal taken = left.min(amounts.get(i).subtract(parts.get(i).paid()));
            amounts.set(i, amounts.get(i).subtract(taken));
            left = left.subtract(taken);
        }
    }
}
