package io.renoz.inventory;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quantities have three decimals, money has two. */
public final class Amounts {

    public static final BigDecimal NO_GOODS = new BigDecimal("0.000");
    public static final BigDecimal NO_MONEY = new BigDecimal("0.00");

    private static final int QUANTITY_SCALE = 3;
    private static final int MONEY_SCALE = 2;
    private static final BigDecimal MOST = new BigDecimal("999999999.999");

    private Amounts() {}

    /**
     * A quantity above 0 as it is stored.
     *
     * @throws Problem {@code validation-failed} at {@code field}
     */
    public static BigDecimal positive(BigDecimal quantity, String field) {
        if (quantity.signum() <= 0) {
            throw Problem.invalid(field, "A quantity is above 0.");
        }
        return stored(quantity, field);
    }

    /**
     * A quantity as it is stored.
     *
     * @throws Problem {@code validation-failed} at {@code field}
     */
    public static BigDecimal stored(BigDecimal quantity, String field) {
        if (quantity.stripTrailingZeros().scale() > QUANTITY_SCALE) {
            throw Problem.invalid(field, "A quantity has at most three decimals.");
        }
        if (quantity.abs().compareTo(MOST) > 0) {
            throw Problem.invalid(field, "A quantity is at most " + MOST.toPlainString() + ".");
        }
        return quantity.setScale(QUANTITY_SCALE, RoundingMode.UNNECESSARY);
    }

    /** Rounded half up to cents. */
    public static BigDecimal money(BigDecimal amount) {
        return amount.setScale(MONEY_SCALE, RoundingMode.HALF_UP);
    }

    /** INV-08: what one unit is worth; {@code otherwise} when there is none. */
    public static BigDecimal unitCost(BigDecimal value, BigDecimal quantity, BigDecimal otherwise) {
        return quantity.signum() <= 0 ? otherwise : value.divide(quantity, MONEY_SCALE, RoundingMode.HALF_UP);
    }

    public static boolean whole(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= 0;
    }
}
