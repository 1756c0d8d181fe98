package io.renoz.suppliers.purchase.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Divides an amount among lines so that the parts add up to it. */
public final class Shares {

    private static final int CENTS = 2;

    private Shares() {}

    /**
     * SUP-01, SUP-13: in proportion to the weights, each rounded down to the cent, the rest on the last; in equal parts when
     * the weights are nothing in all.
     *
     * @param amount 0 or more
     * @param weights 0 or more each
     * @return one for each weight; none for none
     */
    public static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        if (weights.isEmpty()) {
            return List.of();
        }
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return equal(amount, weights.size());
        }
        var shares = new ArrayList<BigDecimal>(weights.size());
        BigDecimal rest = amount;
        for (BigDecimal weight : weights.subList(0, weights.size() - 1)) {
            BigDecimal share = amount.multiply(weight).divide(sum, CENTS, RoundingMode.DOWN);
            shares.add(share);
            rest = rest.subtract(share);
        }
        shares.add(rest.setScale(CENTS, RoundingMode.HALF_UP));
        return shares;
    }

    /** The same for all. */
    public static List<BigDecimal> equal(BigDecimal amount, int count) {
        return of(amount, Collections.nCopies(count, BigDecimal.ONE));
    }
}
