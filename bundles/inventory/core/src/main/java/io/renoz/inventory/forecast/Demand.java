package io.renoz.inventory.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * INV-17: what the demand of past days says; knows nothing of a database.
 *
 * @param days how many there were
 * @param mean units a day
 * @param deviation standard deviation of a day's demand
 */
record Demand(int days, BigDecimal mean, BigDecimal deviation) {

    /** Days of history that a calculation needs at least. */
    static final int LEAST_DAYS = 30;

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);

    /** Of the demand of each day, days without any included. */
    static Demand of(List<BigDecimal> perDay) {
        BigDecimal count = BigDecimal.valueOf(Math.max(1, perDay.size()));
        BigDecimal mean =
                perDay.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count, PRECISION);
        BigDecimal squares =
                perDay.stream().map(demand -> demand.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal freedom = BigDecimal.valueOf(Math.max(1, perDay.size() - 1));
        return new Demand(
                perDay.size(), mean, squares.divide(freedom, PRECISION).sqrt(PRECISION));
    }

    /** ceil(z x sigma x sqrt(lead time)) */
    BigDecimal safetyStock(BigDecimal z, int leadTimeDays) {
        return ceil(
                z.multiply(deviation).multiply(BigDecimal.valueOf(leadTimeDays).sqrt(PRECISION)));
    }

    /** ceil(mean daily demand x lead time + safety stock) */
    BigDecimal reorderPoint(BigDecimal safetyStock, int leadTimeDays) {
        return ceil(mean.multiply(BigDecimal.valueOf(leadTimeDays)).add(safetyStock));
    }

    /** ceil(sqrt(2 x yearly demand x order cost / (unit cost x holding rate))); 0 where holding costs nothing. */
    BigDecimal economicQuantity(BigDecimal orderCost, BigDecimal unitCost, BigDecimal holdingPercent) {
        BigDecimal holding = unitCost.multiply(holdingPercent).divide(BigDecimal.valueOf(100), PRECISION);
        if (holding.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal yearly = mean.multiply(DAYS_OF_YEAR);
        return ceil(BigDecimal.valueOf(2)
                .multiply(yearly)
                .multiply(orderCost)
                .divide(holding, PRECISION)
                .sqrt(PRECISION));
    }

    /** Of a period of some days. */
    BigDecimal of(int someDays) {
        return mean.multiply(BigDecimal.valueOf(someDays)).setScale(3, RoundingMode.HALF_UP);
    }

    /** Rounded before, so that a last digit of a root does not make one more. */
    private static BigDecimal ceil(BigDecimal value) {
        return value.setScale(9, RoundingMode.HALF_UP).setScale(0, RoundingMode.CEILING);
    }
}
