package io.renoz.suppliers.purchase.order;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * SUP-01: what an order and its lines come to; all amounts with two decimals.
 *
 * @param lines in the order of the lines
 * @param subtotal of the lines, before the discount on the whole and before tax
 * @param discount on the whole
 * @param freightTax tax on the freight
 * @param tax of lines and freight
 * @param shipping freight before tax
 */
public record PurchaseTotals(
        List<LineAmounts> lines,
        BigDecimal subtotal,
        BigDecimal discount,
        BigDecimal freightTax,
        BigDecimal tax,
        BigDecimal shipping) {

    /** The largest amount that is kept. */
    public static final BigDecimal MOST = new BigDecimal("9999999999.99");

    private static final int CENTS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is known of a line; percentages from 0 to 100. */
    public record Line(BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent, BigDecimal taxRate) {}

    /**
     * What is known of the order.
     *
     * @param discount at most what the lines come to
     * @param freightRate percent of tax on the freight
     */
    public record Terms(boolean pricesIncludeTax, BigDecimal discount, BigDecimal shipping, BigDecimal freightRate) {}

    /**
     * What a line comes to.
     *
     * @param subtotal after its own discount, before tax
     * @param discountShare its part of the discount on the whole
     * @param tax on what is left
     */
    public record LineAmounts(BigDecimal subtotal, BigDecimal discountShare, BigDecimal tax) {

        /** With tax; the discount on the whole is not taken off. */
        public BigDecimal total() {
            return subtotal.add(tax);
        }
    }

    public PurchaseTotals {
        lines = List.copyOf(lines);
    }

    /** The amounts of an order. */
    public static PurchaseTotals of(List<Line> lines, Terms terms) {
        List<BigDecimal> subtotals = lines.stream()
                .map(line -> subtotal(line, terms.pricesIncludeTax()))
                .toList();
        List<BigDecimal> shares = Shares.of(terms.discount(), subtotals);
        var amounts = new ArrayList<LineAmounts>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            BigDecimal net = subtotals.get(i).subtract(shares.get(i));
            BigDecimal tax = percent(net, lines.get(i).taxRate());
            amounts.add(new LineAmounts(subtotals.get(i), shares.get(i), tax));
        }
        BigDecimal freightTax = percent(terms.shipping(), terms.freightRate());
        return new PurchaseTotals(
                amounts,
                sum(amounts, LineAmounts::subtotal),
                cents(terms.discount()),
                freightTax,
                sum(amounts, LineAmounts::tax).add(freightTax),
                cents(terms.shipping()));
    }

    private static BigDecimal subtotal(Line line, boolean includesTax) {
        BigDecimal gross = line.quantity()
                .multiply(line.unitPrice())
                .multiply(HUNDRED.subtract(line.discountPercent()))
                .movePointLeft(2);
        return includesTax
                ? gross.multiply(HUNDRED).divide(HUNDRED.add(line.taxRate()), CENTS, RoundingMode.HALF_UP)
                : cents(gross);
    }

    private static BigDecimal percent(BigDecimal amount, BigDecimal rate) {
        return cents(amount.multiply(rate).movePointLeft(2));
    }

    private static BigDecimal sum(List<LineAmounts> lines, Function<LineAmounts, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO.setScale(CENTS), BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_UP);
    }

    /** All of it, to be paid to the supplier. */
    public BigDecimal total() {
        return subtotal.subtract(discount).add(tax).add(shipping);
    }

    /**
     * Refuses amounts that are too large to be kept.
     *
     * @throws Problem {@code validation-failed}
     */
    void requireKeepable(BigDecimal rate) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).total().compareTo(MOST) > 0) {
                throw Problem.invalid("items/" + i + "/quantity", "The line comes to more than can be kept.");
            }
        }
        if (total().compareTo(MOST) > 0 || base(total(), rate).compareTo(MOST) > 0) {
            throw Problem.invalid("items", "The order comes to more than can be kept.");
        }
    }

    /** SUP-02: an amount in the organization's currency. */
    public static BigDecimal base(BigDecimal amount, BigDecimal rate) {
        return cents(amount.multiply(rate));
    }
}
