package io.renoz.customers.health;

import io.renoz.customers.HealthWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CUS-16, CUS-17: how a customer does, from 0 to 100.
 *
 * @param recency empty, like frequency and monetary, when nothing is known of orders
 */
record Health(
        Optional<BigDecimal> recency,
        Optional<BigDecimal> frequency,
        Optional<BigDecimal> monetary,
        BigDecimal engagement,
        BigDecimal overall) {

    private static final BigDecimal HUNDRED = new BigDecimal("100.00");
    private static final BigDecimal NONE = new BigDecimal("0.00");
    private static final int FRESH_DAYS = 30;
    private static final int STALE_DAYS = 365;

    /** With orders: all four components by their weights. */
    static Health of(
            BigDecimal recency,
            BigDecimal frequency,
            BigDecimal monetary,
            BigDecimal engagement,
            HealthWeights weights) {
        BigDecimal overall = weights.recency()
                .multiply(recency)
                .add(weights.frequency().multiply(frequency))
                .add(weights.monetary().multiply(monetary))
                .add(weights.engagement().multiply(engagement));
        return new Health(
                Optional.of(recency), Optional.of(frequency), Optional.of(monetary), engagement, rounded(overall));
    }

    /** With orders off: engagement is all there is. */
    static Health ofEngagement(BigDecimal engagement) {
        return new Health(Optional.empty(), Optional.empty(), Optional.empty(), engagement, engagement);
    }

    /** 100 until 30 days after the last order, then falling to 0 at 365; who never ordered has 0. */
    static BigDecimal recency(@Nullable LocalDate lastOrder, LocalDate today) {
        if (lastOrder == null) {
            return NONE;
        }
        long days = ChronoUnit.DAYS.between(lastOrder, today);
        if (days <= FRESH_DAYS) {
            return HUNDRED;
        }
        return days >= STALE_DAYS
                ? NONE
                : share(BigDecimal.valueOf(STALE_DAYS - days), BigDecimal.valueOf(STALE_DAYS - FRESH_DAYS));
    }

    /** 10 points an order in 365 days. */
    static BigDecimal frequency(int orders) {
        return points(orders);
    }

    /** The value of 365 days as a share of the target. */
    static BigDecimal monetary(BigDecimal value, BigDecimal target) {
        return share(value.max(BigDecimal.ZERO), target);
    }

    /** 10 points a contact in either direction in 90 days. */
    static BigDecimal engagement(int activities) {
        return points(activities);
    }

    private static BigDecimal points(int count) {
        return rounded(BigDecimal.valueOf(10L * count)).min(HUNDRED);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return HUNDRED.multiply(part).divide(whole, 2, RoundingMode.HALF_UP).min(HUNDRED);
    }

    private static BigDecimal rounded(BigDecimal score) {
        return score.setScale(2, RoundingMode.HALF_UP);
    }

    /** The whole number that people see. */
    int score() {
        return overall.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** What a score means. */
    enum Band {
        HEALTHY,
        AT_RISK,
        CRITICAL;

        /**
         * The band of a score.
         *
         * @param atRiskBelow scores below are no longer healthy
         * @param criticalBelow scores below are critical
         */
        static Band of(int score, int atRiskBelow, int criticalBelow) {
            if (score < criticalBelow) {
                return CRITICAL;
            }
            return score < atRiskBelow ? AT_RISK : HEALTHY;
        }
    }
}
