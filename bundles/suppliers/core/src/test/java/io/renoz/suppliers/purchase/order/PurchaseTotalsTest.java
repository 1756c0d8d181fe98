package io.renoz.suppliers.purchase.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.suppliers.purchase.order.PurchaseTotals.Line;
import io.renoz.suppliers.purchase.order.PurchaseTotals.LineAmounts;
import io.renoz.suppliers.purchase.order.PurchaseTotals.Terms;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PurchaseTotalsTest {

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Line line(String quantity, String price, String discount, String tax) {
        return new Line(n(quantity), n(price), n(discount), n(tax));
    }

    private static Terms terms(boolean includesTax, String discount, String shipping, String freightRate) {
        return new Terms(includesTax, n(discount), n(shipping), n(freightRate));
    }

    @Test
    @DisplayName("SUP-01: a line is quantity by price less its discount, its tax half up to the cent")
    void computesLines() {
        PurchaseTotals totals = PurchaseTotals.of(
                List.of(line("3", "19.99", "12.5", "10"), line("2.5", "0.01", "0", "10")), terms(false, "0", "0", "0"));

        assertThat(totals.lines().get(0)).isEqualTo(new LineAmounts(n("52.47"), n("0.00"), n("5.25")));
        assertThat(totals.lines().get(1)).isEqualTo(new LineAmounts(n("0.03"), n("0.00"), n("0.00")));
        assertThat(totals.lines().get(0).total()).isEqualTo(n("57.72"));
        assertThat(totals.total()).isEqualTo(n("57.75"));
    }

    @Test
    @DisplayName("SUP-01: tax is taken out of prices that include it")
    void takesTaxOut() {
        PurchaseTotals totals = PurchaseTotals.of(List.of(line("1", "110", "0", "10")), terms(true, "0", "0", "0"));

        assertThat(totals.subtotal()).isEqualTo(n("100.00"));
        assertThat(totals.total()).isEqualTo(n("110.00"));
    }

    @Test
    @DisplayName(
            "SUP-01: a discount on the whole is shared by value, the rest on the last line, and taken off before tax")
    void sharesTheDiscount() {
        PurchaseTotals totals = PurchaseTotals.of(
                List.of(line("1", "10", "0", "10"), line("1", "10", "0", "10"), line("1", "10", "0", "10")),
                terms(false, "10", "0", "0"));

        assertThat(totals.lines())
                .extracting(LineAmounts::discountShare)
                .containsExactly(n("3.33"), n("3.33"), n("3.34"));
        assertThat(totals.lines()).extracting(LineAmounts::tax).containsExactly(n("0.67"), n("0.67"), n("0.67"));
        assertThat(totals.total()).isEqualTo(n("22.01"));
    }

    @Test
    @DisplayName("SUP-01: freight is taxed at a rate of its own")
    void taxesFreight() {
        PurchaseTotals totals =
                PurchaseTotals.of(List.of(line("1", "100", "0", "0")), terms(false, "0", "15.55", "10"));

        assertThat(totals.freightTax()).isEqualTo(n("1.56"));
        assertThat(totals.tax()).isEqualTo(n("1.56"));
        assertThat(totals.total()).isEqualTo(n("117.11"));
    }

    @Test
    @DisplayName("SUP-02: an amount in the organization's currency is rounded half up to the cent")
    void convertsToTheOrganizationsCurrency() {
        assertThat(PurchaseTotals.base(n("10.01"), n("1.54321000"))).isEqualTo(n("15.45"));
        assertThat(PurchaseTotals.base(n("0.01"), n("0.50000000"))).isEqualTo(n("0.01"));
    }
}
