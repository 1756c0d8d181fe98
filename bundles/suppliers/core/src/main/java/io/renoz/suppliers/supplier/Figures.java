package io.renoz.suppliers.supplier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * SUP-23: what a month with a supplier was like.
 *
 * @param delivered orders whose last goods arrived
 * @param onTime of those, by the promised day and some days of grace; what was promised for no day is on time
 * @param received quantity that was looked at, accepted or not
 * @param spend value of the delivered orders in the organization's currency
 * @param variance invoiced less ordered, in the organization's currency
 * @param deliveryDays from order to delivery, on average
 * @param daysLate of late orders, on average
 * @param responseHours from sending to the supplier's confirmation, on average
 */
record Figures(
        int delivered,
        int onTime,
        BigDecimal received,
        BigDecimal accepted,
        BigDecimal rejected,
        BigDecimal spend,
        BigDecimal variance,
        @Nullable BigDecimal deliveryDays,
        @Nullable BigDecimal daysLate,
        @Nullable BigDecimal responseHours) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("999.99");

    static final Figures NONE = new Figures(
            0,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            null,
            null,
            null);

    /** Share of orders on time. */
    @Nullable
    BigDecimal deliveryScore() {
        return ratio(BigDecimal.valueOf(onTime), BigDecimal.valueOf(delivered));
    }

    /** Share of goods accepted. */
    @Nullable
    BigDecimal qualityScore() {
        return ratio(accepted, received);
    }

    @Nullable
    BigDecimal defectRate() {
        return ratio(rejected, received);
    }

    /** What is left of 100 after what invoices were too high, in percent of the spend. */
    @Nullable
    BigDecimal priceScore() {
        BigDecimal over = ratio(variance, spend);
        return over == null
                ? null
                : HUNDRED.subtract(over.max(BigDecimal.ZERO).min(HUNDRED)).setScale(2, RoundingMode.HALF_UP);
    }

    /** 0.4 delivery, 0.4 quality, 0.2 price; none where one of them is not known. */
    @Nullable
    BigDecimal overallScore() {
        BigDecimal delivery = deliveryScore();
        BigDecimal quality = qualityScore();
        BigDecimal price = priceScore();
        if (delivery == null || quality == null || price == null) {
            return null;
        }
        return delivery.add(quality)
                .multiply(new BigDecimal("0.4"))
                .add(price.multiply(new BigDecimal("0.2")))
                .setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal averageOrderValue() {
        return delivered == 0
                ? BigDecimal.ZERO.setScale(2)
                : spend.divide(BigDecimal.valueOf(delivered), 2, RoundingMode.HALF_UP);
    }

    /** As it is kept: 2 decimals, no more than 999.99 either way. */
    static @Nullable BigDecimal kept(@Nullable BigDecimal average) {
        return average == null
                ? null
                : average.setScale(2, RoundingMode.HALF_UP).min(MOST).max(MOST.negate());
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP);
    }
}
