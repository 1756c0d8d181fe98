package io.renoz.pipeline.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.pipeline.Neighbours;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.TaxRounding;
import io.renoz.products.total.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SumsPropertiesTest {

    private static final Totals TOTALS = new Totals(new Neighbours().reader);

    /** Whatever the lines: what counts gives the same totals to the cent as an order of just those lines. */
    @Property(tries = 300)
    @Label("PIP-10: the same lines give the same totals to the cent in an order")
    void givesTheSameTotalsInAnOrder(@ForAll("items") List<QuoteItem> items, @ForAll("percents") BigDecimal discount) {
        var quoted = new QuoteVersion(UUID.randomUUID(), 1, LocalDate.parse("2026-03-02"));
        for (int i = 0; i < items.size(); i++) {
            items.get(i).lineNumber = i + 1;
        }
        quoted.lines.addAll(items);
        quoted.discountPercent = discount;
        quoted.shippingAmount = new BigDecimal("12.34");
        quoted.shippingTaxRate = new BigDecimal("10.00");

        Sums.calculate(quoted, TOTALS, TaxRounding.LINE);
        CalculatedDocument order = TOTALS.calculate(new DocumentDraft(
                items.stream().filter(QuoteItem::counted).map(QuoteItem::draft).toList(),
                discount,
                null,
                quoted.shippingAmount,
                quoted.shippingTaxRate,
                TaxRounding.LINE));

        assertThat(quoted.total).isEqualByComparingTo(order.total());
        assertThat(quoted.taxAmount).isEqualByComparingTo(order.tax());
        assertThat(quoted.total)
                .isEqualByComparingTo(quoted.subtotal
                        .subtract(quoted.discountAmount)
                        .add(quoted.shippingAmount)
                        .add(quoted.taxAmount));
        assertThat(items.stream()
                        .filter(item -> !item.counted())
                        .map(item -> item.lineSubtotal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(quoted.optionalTotal);
    }

    @Provide
    Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<List<QuoteItem>> items() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("50"))
                                .ofScale(3),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal("2000"))
                                .ofScale(2),
                        percents().injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((quantity, price, percent, optional, selected) -> {
                    QuoteItem item = SumsTest.item(1, quantity.toString(), price.toString());
                    item.discountPercent = percent;
                    item.isOptional = optional;
                    item.isSelected = !optional || selected;
                    return item;
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
