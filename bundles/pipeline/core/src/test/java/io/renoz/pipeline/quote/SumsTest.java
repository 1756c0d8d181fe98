package io.renoz.pipeline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.pipeline.Neighbours;
import io.renoz.products.api.TaxRounding;
import io.renoz.products.total.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static final Totals TOTALS = new Totals(new Neighbours().reader);
    private static final Scrutiny.Limits LIMITS = new Scrutiny.Limits(new BigDecimal("15.00"), new BigDecimal("10.00"));

    private final QuoteVersion version = version(TOTALS.rounding());

    private static QuoteVersion version(TaxRounding rounding) {
        assertThat(rounding).isEqualTo(TaxRounding.LINE);
        return new QuoteVersion(UUID.randomUUID(), 1, LocalDate.parse("2026-03-02"));
    }

    static QuoteItem item(int number, String quantity, String price) {
        var item = new QuoteItem();
        item.lineNumber = number;
        item.quantity = new BigDecimal(quantity);
        item.unitPrice = new BigDecimal(price);
        item.taxRate = new BigDecimal("10.00");
        return item;
    }

    private QuoteItem line(String quantity, String price) {
        QuoteItem item = item(version.lines.size() + 1, quantity, price);
        version.lines.add(item);
        return item;
    }

    private void calculate() {
        Sums.calculate(version, TOTALS, TaxRounding.LINE);
    }

    @Test
    @DisplayName("PIP-10: a quote computes as an order does, ORD-01 to ORD-03")
    void computesAsAnOrderDoes() {
        line("1", "100.00");
        line("1", "50.00").taxRate = BigDecimal.ZERO;
        version.discountPercent = new BigDecimal("10");
        version.shippingAmount = new BigDecimal("20.00");
        version.shippingTaxRate = new BigDecimal("10.00");

        calculate();

        assertThat(version.discountAmount).isEqualByComparingTo("15.00");
        assertThat(version.taxAmount).isEqualByComparingTo("11.00");
        assertThat(version.total).isEqualByComparingTo("166.00");
    }

    @Test
    @DisplayName("PIP-10: an option that nobody chose adds to the optional total only")
    void leavesOutWhatNobodyChose() {
        line("1", "100.00");
        QuoteItem chosen = line("2", "10.00");
        chosen.isOptional = true;
        QuoteItem open = line("3", "19.99");
        open.isOptional = true;
        open.isSelected = false;
        open.discountPercent = new BigDecimal("10");

        calculate();

        assertThat(version.subtotal).isEqualByComparingTo("120.00");
        assertThat(version.total).isEqualByComparingTo("132.00");
        assertThat(version.optionalTotal).isEqualByComparingTo("53.97");
        assertThat(open.lineTotal).isEqualByComparingTo("59.37");
    }

    @Test
    @DisplayName("PIP-13: the margin is that of the discounted subtotal, and not known while a cost is not")
    void knowsItsMargin() {
        line("2", "100.00").unitCost = new BigDecimal("60.00");
        version.discountPercent = new BigDecimal("25");

        calculate();

        assertThat(version.costTotal).isEqualByComparingTo("120.00");
        assertThat(version.marginPercent).isEqualByComparingTo("20.00");
        line("1", "10.00");
        calculate();
        assertThat(version.costTotal).isEqualByComparingTo("120.00");
        assertThat(version.marginPercent).isNull();
    }

    @Test
    @DisplayName("PIP-13: a margin is kept no lower than its column goes")
    void boundsItsMargin() {
        line("1", "0.01").unitCost = new BigDecimal("60.00");

        calculate();

        assertThat(version.marginPercent).isEqualByComparingTo("-999.99");
    }

    @Test
    @DisplayName("PIP-13: approval is needed when all discounts together exceed the limit, and not at the limit")
    void looksAtAllDiscounts() {
        QuoteItem item = line("1", "100.00");
        item.discountAmount = new BigDecimal("10.00");
        version.discountFixed = new BigDecimal("5.00");

        calculate();
        assertThat(Scrutiny.needed(version, Map.of(), LIMITS)).isFalse();

        version.discountFixed = new BigDecimal("5.01");
        calculate();
        assertThat(Scrutiny.needed(version, Map.of(), LIMITS)).isTrue();
    }

    @Test
    @DisplayName("PIP-13: approval is needed for a counted line below its floor, and for a low margin")
    void looksAtFloorsAndMargins() {
        QuoteItem item = line("2", "100.00");
        item.productId = UUID.randomUUID();
        calculate();

        assertThat(Scrutiny.needed(version, Map.of(item.productId, new BigDecimal("100.00")), LIMITS))
                .isFalse();
        assertThat(Scrutiny.needed(version, Map.of(item.productId, new BigDecimal("100.01")), LIMITS))
                .isTrue();
        item.unitCost = new BigDecimal("90.00");
        calculate();
        assertThat(Scrutiny.needed(version, Map.of(), LIMITS)).isFalse();
        item.unitCost = new BigDecimal("90.02");
        calculate();
        assertThat(Scrutiny.needed(version, Map.of(), LIMITS)).isTrue();
        item.isOptional = true;
        item.isSelected = false;
        calculate();
        assertThat(Scrutiny.needed(version, Map.of(item.productId, new BigDecimal("1000")), LIMITS))
                .as("a line that does not count")
                .isFalse();
    }
}
