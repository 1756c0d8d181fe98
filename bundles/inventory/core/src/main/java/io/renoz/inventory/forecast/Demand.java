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

    /**
     * The factor of safety of a service level: the inverse of the normal distribution by the approximation of Acklam, rounded to
     * three decimals; 95 percent gives 1.645.
     *
     * @param percent 50 to 99.9
     */
    static BigDecimal z(BigDecimal percent) {
        double p = percent.doubleValue() / 100;
        double z = p <= 0.97575 ? central(p - 0.5) : -tail(Math.sqrt(-2 * Math.log(1 - p)));
        return BigDecimal.valueOf(z).setScale(3, RoundingMode.HALF_UP);
    }

    private static double central(double q) {
        double r = q * q;
        double above =
                ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.3577518672690) * r
                                        - 30.66479806614716)
                                * r
                        + 2.506628277459239;
        double below =
                ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r
                                        - 13.28068155288572)
                                * r
                        + 1;
        return above * q / below;
    }

    private static double tail(double q) {
        double above =
                ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734)
                                                * q
                                        + 4.374664141464968)
                                * q
                        + 2.938163982698783;
        double below =
                (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q
                        + 1;
        return above / below;
    }
}
