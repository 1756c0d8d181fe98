package io.renoz.products.total;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Shares an amount out to the last cent. */
final class Shares {

    private Shares() {}

    /**
     * ORD-02: in proportion to the weights, rounded down to cents; the left-over cents go to the largest remainders, ties to
     * the lower number.
     *
     * @param amount with 2 places, at most the sum of the weights
     * @param weights with 2 places, none negative
     */
    static List<BigDecimal> of(BigDecimal amount, List<BigDecimal> weights) {
        BigInteger[] parts = weights.stream().map(Shares::cents).toArray(BigInteger[]::new);
        BigInteger whole =
                IntStream.range(0, parts.length).mapToObj(i -> parts[i]).reduce(BigInteger.ZERO, BigInteger::add);
        if (amount.signum() == 0 || whole.signum() == 0) {
            return weights.stream().map(weight -> Cents.ZERO).toList();
        }
        BigInteger cents = cents(amount);
        BigInteger[] shares = new BigInteger[parts.length];
        BigInteger[] remainders = new BigInteger[parts.length];
        BigInteger left = cents;
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] divided = cents.multiply(parts[i]).divideAndRemainder(whole);
            shares[i] = divided[0];
            remainders[i] = divided[1];
            left = left.subtract(divided[0]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i])
                        .reversed()
                        .thenComparing(i -> i))
                .limit(left.longValueExact())
                .forEach(i -> shares[i] = shares[i].add(BigInteger.ONE));
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new BigDecimal(shares[i], 2))
                .toList();
    }

    private static BigInteger cents(BigDecimal amount) {
        return amount.setScale(2).unscaledValue();
    }
}
