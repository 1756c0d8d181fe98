package io.renoz.products.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that says what a unit costs from a quantity on, for a while. Both days are included. */
interface Rule {

    BigDecimal HUNDRED = new BigDecimal("100");

    UUID id();

    BigDecimal minQuantity();

    /** Included; null for no upper end. */
    @Nullable
    BigDecimal maxQuantity();

    @Nullable
    BigDecimal price();

    @Nullable
    BigDecimal discountPercent();

    @Nullable
    LocalDate validFrom();

    @Nullable
    LocalDate validTo();

    /** PRD-04: whether it holds on a day. */
    default boolean holdsOn(LocalDate day) {
        LocalDate from = validFrom();
        LocalDate to = validTo();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    default boolean takes(BigDecimal quantity) {
        BigDecimal most = maxQuantity();
        return quantity.compareTo(minQuantity()) >= 0 && (most == null || quantity.compareTo(most) <= 0);
    }

    /** PRD-04: what a unit costs; a percentage is taken off the base price and rounded half up. */
    default BigDecimal unitPrice(BigDecimal basePrice) {
        BigDecimal own = price();
        BigDecimal percent = discountPercent();
        return own != null ? own : percent == null ? basePrice : lessPercent(basePrice, percent);
    }

    static BigDecimal lessPercent(BigDecimal basePrice, BigDecimal percent) {
        return basePrice.multiply(HUNDRED.subtract(percent)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    /** Whether two have a day in common. */
    static boolean meet(Rule one, Rule other) {
        return notAfter(one.validFrom(), other.validTo()) && notAfter(other.validFrom(), one.validTo());
    }

    private static boolean notAfter(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }
}
