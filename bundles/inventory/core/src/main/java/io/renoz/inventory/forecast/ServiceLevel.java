package io.renoz.inventory.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;

/** INV-17: the factor of safety of a service level: the inverse of the normal distribution by the approximation of Acklam. */
final class ServiceLevel {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal LN_2 = new BigDecimal("0.6931471805599453");

    /** From here on the tail is another curve. */
    private static final BigDecimal TAIL = new BigDecimal("0.97575");

    private static final List<BigDecimal> CENTRAL_ABOVE = numbers(
            "-39.69683028665376",
            "220.9460984245205",
            "-275.9285104469687",
            "138.3577518672690",
            "-30.66479806614716",
            "2.506628277459239");
    private static final List<BigDecimal> CENTRAL_BELOW = numbers(
            "-54.47609879822406",
            "161.5858368580409",
            "-155.6989798598866",
            "66.80131188771972",
            "-13.28068155288572",
            "1");
    private static final List<BigDecimal> TAIL_ABOVE = numbers(
            "-0.007784894002430293",
            "-0.3223964580411365",
            "-2.400758277161838",
            "-2.549732539343734",
            "4.374664141464968",
            "2.938163982698783");
    private static final List<BigDecimal> TAIL_BELOW =
            numbers("0.007784695709041462", "0.3224671290700398", "2.445134137142996", "3.754408661907416", "1");

    private ServiceLevel() {}

    /**
     * Rounded to three decimals; 95 percent gives 1.645.
     *
     * @param percent 50 to 99.9
     */
    static BigDecimal z(BigDecimal percent) {
        BigDecimal p = percent.movePointLeft(2);
        BigDecimal z = p.compareTo(TAIL) <= 0 ? central(p.subtract(HALF)) : tail(BigDecimal.ONE.subtract(p));
        return z.setScale(3, RoundingMode.HALF_UP);
    }

    private static BigDecimal central(BigDecimal q) {
        BigDecimal r = q.multiply(q);
        return at(r, CENTRAL_ABOVE).multiply(q).divide(at(r, CENTRAL_BELOW), PRECISION);
    }

    private static BigDecimal tail(BigDecimal rest) {
        BigDecimal q = ln(rest).multiply(TWO).negate().sqrt(PRECISION);
        return at(q, TAIL_ABOVE).divide(at(q, TAIL_BELOW), PRECISION).negate();
    }

    /** Of what lies between 0 and 1: doubled until it is near 1, then ln x = 2 artanh((x - 1) / (x + 1)). */
    private static BigDecimal ln(BigDecimal value) {
        BigDecimal near = value;
        int doubled = 0;
        for (; near.compareTo(HALF) < 0; doubled++) {
            near = near.multiply(TWO);
        }
        BigDecimal y = near.subtract(BigDecimal.ONE).divide(near.add(BigDecimal.ONE), PRECISION);
        BigDecimal square = y.multiply(y, PRECISION);
        BigDecimal power = y;
        BigDecimal sum = y;
        for (int odd = 3; odd < 40; odd += 2) {
            power = power.multiply(square, PRECISION);
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), PRECISION));
        }
        return sum.multiply(TWO).subtract(LN_2.multiply(BigDecimal.valueOf(doubled)));
    }

    private static BigDecimal at(BigDecimal x, List<BigDecimal> coefficients) {
        return coefficients.stream().reduce(BigDecimal.ZERO, (sum, next) -> sum.multiply(x, PRECISION)
                .add(next));
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
