package io.renoz.products.total;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DraftLine;
import io.renoz.products.api.TaxAmount;
import io.renoz.products.api.TaxRounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every document, tried on random ones. */
class ArithmeticPropertiesTest {

    private static Arbitrary<BigDecimal> number(String most, int places) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(most))
                .ofScale(places);
    }

    private static Arbitrary<DraftLine> line() {
        return Combinators.combine(
                        number("50", 3),
                        number("2000", 2),
                        number("100", 2).injectNull(0.6),
                        number("300", 2).injectNull(0.7),
                        Arbitraries.of("0", "5", "10", "12.5", "20").map(BigDecimal::new))
                .as(DraftLine::new);
    }

    @Provide
    Arbitrary<DocumentDraft> drafts() {
        return Combinators.combine(
                        line().list().ofMaxSize(25),
                        number("100", 2).injectNull(0.5),
                        number("500", 2).injectNull(0.5),
                        number("200", 2),
                        Arbitraries.of("0", "10").map(BigDecimal::new),
                        Arbitraries.of(TaxRounding.class))
                .as(DocumentDraft::new);
    }

    private static BigDecimal sum(List<CalculatedLine> lines, Function<CalculatedLine, BigDecimal> amount) {
        return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 2000)
    @Label("ORD-01 to ORD-03: lines, discount, freight and tax make up the total, to the cent")
    void addsUp(@ForAll("drafts") DocumentDraft draft) {
        CalculatedDocument document = Arithmetic.calculate(draft);

        assertThat(sum(document.lines(), CalculatedLine::subtotal)).isEqualByComparingTo(document.subtotal());
        assertThat(sum(document.lines(), CalculatedLine::documentDiscount)).isEqualByComparingTo(document.discount());
        assertThat(sum(document.lines(), CalculatedLine::tax).add(document.freightTax()))
                .isEqualByComparingTo(document.tax());
        assertThat(document.subtotal()
                        .subtract(document.discount())
                        .add(document.freight())
                        .add(document.tax()))
                .isEqualByComparingTo(document.total());
        assertThat(document.taxes().stream().map(TaxAmount::tax).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(document.tax());
        for (CalculatedLine line : document.lines()) {
            assertThat(line.gross().subtract(line.discount())).isEqualByComparingTo(line.subtotal());
            assertThat(line.subtotal().add(line.tax())).isEqualByComparingTo(line.total());
            assertThat(line.subtotal().subtract(line.documentDiscount())).isEqualByComparingTo(line.net());
        }
    }

    @Property(tries = 2000)
    @Label("ORD-01 to ORD-03: no amount is negative, and all have two places")
    void isNeverNegative(@ForAll("drafts") DocumentDraft draft) {
        CalculatedDocument document = Arithmetic.calculate(draft);

        assertThat(List.of(document.subtotal(), document.discount(), document.freight(), document.tax()))
                .allMatch(amount -> amount.signum() >= 0 && amount.scale() == 2);
        assertThat(document.discount()).isLessThanOrEqualTo(document.subtotal());
        assertThat(document.lines())
                .allMatch(line -> line.net().signum() >= 0 && line.tax().signum() >= 0);
        assertThat(document.total().scale()).isEqualTo(2);
    }

    @Property(tries = 1000)
    @Label("ORD-03: rounded by the document, each rate's tax is its net times the rate, rounded once")
    void roundsEachRateOnce(@ForAll("drafts") DocumentDraft draft) {
        var once = new DocumentDraft(
                draft.lines(),
                draft.discountPercent(),
                draft.discountFixed(),
                draft.freight(),
                draft.freightTaxRate(),
                TaxRounding.DOCUMENT);

        assertThat(Arithmetic.calculate(once).taxes())
                .allMatch(
                        rate -> rate.tax().compareTo(Cents.rounded(Cents.percentOf(rate.net(), rate.taxRate()))) == 0);
    }

    @Property(tries = 1000)
    @Label("ORD-02: no share is more than a cent away from its proportion")
    void sharesInProportion(@ForAll("drafts") DocumentDraft draft) {
        CalculatedDocument document = Arithmetic.calculate(draft);

        for (CalculatedLine line : document.lines()) {
            BigDecimal off = line.documentDiscount()
                    .multiply(document.subtotal())
                    .subtract(document.discount().multiply(line.subtotal()))
                    .abs();
            assertThat(off).isLessThanOrEqualTo(document.subtotal().multiply(new BigDecimal("0.01")));
        }
    }
}
