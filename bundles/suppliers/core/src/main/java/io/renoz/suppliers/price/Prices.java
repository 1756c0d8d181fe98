package io.renoz.suppliers.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arithmetic of suppliers' prices. All prices have 2 decimals. */
final class Prices {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_PERCENT = new BigDecimal("999.99");

    private Prices() {}

    /** SUP-16: the base price less the discount, never below zero. */
    static BigDecimal effective(BigDecimal base, DiscountType type, BigDecimal value) {
        return switch (type) {
            case NONE -> cents(base);
            case PERCENTAGE -> less(base, value);
            case FIXED -> cents(base.subtract(value)).max(BigDecimal.ZERO.setScale(2));
        };
    }

    /** SUP-16: less a percentage, which is rounded half up to the cent. */
    static BigDecimal less(BigDecimal price, BigDecimal percent) {
        BigDecimal discount = price.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
        return cents(price.subtract(discount)).max(BigDecimal.ZERO.setScale(2));
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** By how much a price changes; empty where there was none, or it was 0. No more than 999.99 either way is told. */
    static Optional<BigDecimal> changePercent(@Nullable BigDecimal before, BigDecimal after) {
        if (before == null || before.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal percent = after.subtract(before).multiply(HUNDRED).divide(before, 2, RoundingMode.HALF_UP);
        return Optional.of(percent.min(MOST_PERCENT).max(MOST_PERCENT.negate()));
    }

    /** SUP-18: whether a change goes further than some percent, up or down; every change of a price of 0 does. */
    static boolean beyond(BigDecimal before, BigDecimal after, BigDecimal percent) {
        BigDecimal change = after.subtract(before).abs();
        return change.multiply(HUNDRED).compareTo(before.multiply(percent)) > 0;
    }
}
