package io.renoz.financial.api;

import java.math.BigDecimal;

/**
 * What is owed, by days since it was due.
 *
 * @param current not yet due; also what the organization owes, as minus
 */
public record AgingBuckets(
        BigDecimal current, BigDecimal days1To30, BigDecimal days31To60, BigDecimal days61To90, BigDecimal over90) {

    private static final BigDecimal ZERO = new BigDecimal("0.00");

    /** Nothing is owed. */
    public static AgingBuckets none() {
        return new AgingBuckets(ZERO, ZERO, ZERO, ZERO, ZERO);
    }

    /** All of it. */
    public BigDecimal total() {
        return current.add(days1To30).add(days31To60).add(days61To90).add(over90);
    }

    /** What is past its due date. */
    public BigDecimal overdue() {
        return days1To30.add(days31To60).add(days61To90).add(over90);
    }

    /**
     * With an amount more.
     *
     * @param daysLate days from the due date to the day asked for; 0 or less is current
     */
    public AgingBuckets plus(BigDecimal amount, long daysLate) {
        if (amount.signum() < 0 || daysLate <= 0) {
            return new AgingBuckets(current.add(amount), days1To30, days31To60, days61To90, over90);
        }
        if (daysLate <= 30) {
            return new AgingBuckets(current, days1To30.add(amount), days31To60, days61To90, over90);
        }
        if (daysLate <= 60) {
            return new AgingBuckets(current, days1To30, days31To60.add(amount), days61To90, over90);
        }
        if (daysLate <= 90) {
            return new AgingBuckets(current, days1To30, days31To60, days61To90.add(amount), over90);
        }
        return new AgingBuckets(current, days1To30, days31To60, days61To90, over90.add(amount));
    }

    /** Both together. */
    public AgingBuckets plus(AgingBuckets other) {
        return new AgingBuckets(
                current.add(other.current),
                days1To30.add(other.days1To30),
                days31To60.add(other.days31To60),
                days61To90.add(other.days61To90),
                over90.add(other.over90));
    }
}
