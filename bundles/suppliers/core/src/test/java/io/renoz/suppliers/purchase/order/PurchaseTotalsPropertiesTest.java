package io.renoz.suppliers.purchase.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.suppliers.purchase.order.PurchaseTotals.Line;
import io.renoz.suppliers.purchase.order.PurchaseTotals.LineAmounts;
import io.renoz.suppliers.purchase.order.PurchaseTotals.Terms;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PurchaseTotalsPropertiesTest {

    private static Arbitrary<BigDecimal> number(String least, String most, int scale) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(least), new BigDecimal(most))
                .ofScale(scale);
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<Line> line = Combinators.combine(
                        number("0.001", "9999.999", 3),
                        number("0", "9999.99", 2),
                        number("0", "100", 2),
                        number("0", "30", 2))
                .as(Line::new);
        return line.list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<BigDecimal> money() {
        return number("0", "500", 2);
    }

    private static PurchaseTotals totals(
            List<Line> lines, boolean includesTax, BigDecimal discount, BigDecimal freight) {
        BigDecimal rate = new BigDecimal("10");
        BigDecimal most = PurchaseTotals.of(lines, new Terms(includesTax, BigDecimal.ZERO, freight, rate))
                .subtotal();
        return PurchaseTotals.of(lines, new Terms(includesTax, discount.min(most), freight, rate));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 500)
    @Label("SUP-01: lines, discount, tax and freight add up to the total, whatever the order")
    void addUp(
            @ForAll("lines") List<Line> lines,
            @ForAll boolean includesTax,
            @ForAll("money") BigDecimal discount,
            @ForAll("money") BigDecimal freight) {
        PurchaseTotals totals = totals(lines, includesTax, discount, freight);
        List<LineAmounts> amounts = totals.lines();

        assertThat(sum(amounts.stream().map(LineAmounts::subtotal).toList())).isEqualByComparingTo(totals.subtotal());
        assertThat(sum(amounts.stream().map(LineAmounts::discountShare).toList()))
                .isEqualByComparingTo(totals.discount());
        assertThat(sum(amounts.stream().map(LineAmounts::tax).toList()).add(totals.freightTax()))
                .isEqualByComparingTo(totals.tax());
        assertThat(totals.total())
                .isEqualByComparingTo(totals.subtotal()
                        .subtract(totals.discount())
                        .add(totals.tax())
                        .add(totals.shipping()));
        assertThat(totals.total().scale()).isEqualTo(2);
        assertThat(totals.total()).isNotNegative();
    }

    @Property(tries = 500)
    @Label("SUP-01, SUP-13: shares are never negative and add up to the amount")
    void sharesAddUp(@ForAll("money") BigDecimal amount, @ForAll("weights") List<BigDecimal> weights) {
        List<BigDecimal> shares = Shares.of(amount, weights);

        assertThat(shares).hasSameSizeAs(weights).allMatch(share -> share.signum() >= 0);
        assertThat(sum(shares)).isEqualByComparingTo(amount);
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return number("0", "1000", 3).list().ofMinSize(1).ofMaxSize(20);
    }
}
