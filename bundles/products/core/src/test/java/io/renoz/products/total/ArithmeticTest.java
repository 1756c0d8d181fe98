package io.renoz.products.total;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DraftLine;
import io.renoz.products.api.TaxRounding;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArithmeticTest {

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private static DraftLine line(String quantity, String price, String rate) {
        return new DraftLine(of(quantity), of(price), null, null, of(rate));
    }

    private static DocumentDraft draft(List<DraftLine> lines, TaxRounding rounding) {
        return DocumentDraft.of(lines, rounding);
    }

    @Test
    @DisplayName("ORD-01: 3 x 19.99 less 10 percent is 59.97, 6.00 off, 53.97, and 5.40 tax make 59.37")
    void computesALine() {
        var line = new DraftLine(of("3"), of("19.99"), of("10"), null, of("10"));

        CalculatedLine calculated = Arithmetic.calculate(draft(List.of(line), TaxRounding.LINE))
                .lines()
                .get(0);

        assertThat(calculated.gross()).isEqualTo("59.97");
        assertThat(calculated.discount()).isEqualTo("6.00");
        assertThat(calculated.subtotal()).isEqualTo("53.97");
        assertThat(calculated.tax()).isEqualTo("5.40");
        assertThat(calculated.total()).isEqualTo("59.37");
    }

    @Test
    @DisplayName("ORD-01: an amount comes off after the percentage, and a line never gets below nothing")
    void takesAtMostTheLineOff() {
        var some = new DraftLine(of("2"), of("50"), of("10"), of("15.00"), of("0"));
        var more = new DraftLine(of("1"), of("10"), of("50"), of("7.00"), of("10"));

        CalculatedDocument document = Arithmetic.calculate(draft(List.of(some, more), TaxRounding.LINE));

        assertThat(document.lines().get(0).subtotal()).isEqualTo("75.00");
        assertThat(document.lines().get(1).discount()).isEqualTo("10.00");
        assertThat(document.lines().get(1).total()).isEqualTo("0.00");
    }

    @Test
    @DisplayName("ORD-02: cents left over go to the largest remainders, ties to the lower line")
    void sharesTheDiscount() {
        var lines = List.of(line("1", "10", "0"), line("1", "10", "0"), line("1", "10", "0"));
        var draft = new DocumentDraft(lines, null, of("0.05"), of("0"), of("0"), TaxRounding.LINE);

        CalculatedDocument document = Arithmetic.calculate(draft);

        assertThat(document.lines())
                .extracting(CalculatedLine::documentDiscount)
                .containsExactly(of("0.02"), of("0.02"), of("0.01"));
        assertThat(document.total()).isEqualTo("29.95");
    }

    @Test
    @DisplayName("ORD-02: a discount larger than the document takes all of it and nothing more")
    void discountsAtMostTheSubtotal() {
        var draft = new DocumentDraft(
                List.of(line("1", "10", "10")), of("60"), of("7.00"), of("5"), of("10"), TaxRounding.LINE);

        CalculatedDocument document = Arithmetic.calculate(draft);

        assertThat(document.discount()).isEqualTo("10.00");
        assertThat(document.tax()).isEqualTo("0.50");
        assertThat(document.total()).isEqualTo("5.50");
    }

    @Test
    @DisplayName("ORD-03: 100.00 taxed and 50.00 free less 10 percent, freight 20.00, make 166.00")
    void taxesLinesAndFreight() {
        var draft = new DocumentDraft(
                List.of(line("1", "100", "10"), line("1", "50", "0")),
                of("10"),
                null,
                of("20"),
                of("10"),
                TaxRounding.LINE);

        CalculatedDocument document = Arithmetic.calculate(draft);

        assertThat(document.discount()).isEqualTo("15.00");
        assertThat(document.tax()).isEqualTo("11.00");
        assertThat(document.freightTax()).isEqualTo("2.00");
        assertThat(document.total()).isEqualTo("166.00");
        assertThat(document.taxes()).hasSize(2);
        assertThat(document.taxes().get(0).net()).isEqualTo("110.00");
    }

    @Test
    @DisplayName("ORD-03: rounded by the document, the largest line takes the difference")
    void roundsOncePerRate() {
        var lines = List.of(line("1", "0.04", "10"), line("1", "0.14", "10"), line("1", "0.04", "10"));

        CalculatedDocument byLine = Arithmetic.calculate(draft(lines, TaxRounding.LINE));
        CalculatedDocument byDocument = Arithmetic.calculate(draft(lines, TaxRounding.DOCUMENT));

        assertThat(byLine.tax()).isEqualTo("0.01");
        assertThat(byDocument.tax()).isEqualTo("0.02");
        assertThat(byDocument.lines().get(1).tax()).isEqualTo("0.02");
    }

    @Test
    @DisplayName("ORD-03: many small lines rounded up never leave one with a negative tax")
    void neverTaxesBelowNothing() {
        var lines = Collections.nCopies(100, line("1", "0.05", "10"));

        CalculatedDocument document = Arithmetic.calculate(draft(lines, TaxRounding.DOCUMENT));

        assertThat(document.tax()).isEqualTo("0.50");
        assertThat(document.lines()).allMatch(line -> line.tax().signum() >= 0);
    }

    @Test
    @DisplayName("ORD-04: sections and notes add nothing")
    void passesOverEmptyLines() {
        CalculatedDocument document =
                Arithmetic.calculate(draft(List.of(DraftLine.EMPTY, line("2", "5", "10")), TaxRounding.LINE));

        assertThat(document.lines().get(0).total()).isEqualTo("0.00");
        assertThat(document.total()).isEqualTo("11.00");
    }

    @Test
    @DisplayName("An empty document costs its freight")
    void computesNothing() {
        var draft = new DocumentDraft(List.of(), of("10"), of("5"), of("20"), of("10"), TaxRounding.DOCUMENT);

        assertThat(Arithmetic.calculate(draft).total()).isEqualTo("22.00");
    }

    @Test
    @DisplayName("Numbers out of range are refused with their place")
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Arithmetic.calculate(
                        draft(List.of(line("1", "1", "0"), line("-1", "5", "10")), TaxRounding.LINE)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/lines/1/quantity"));
        assertThatThrownBy(() ->
                        Arithmetic.calculate(draft(List.of(line("999999999", "9999999999", "10")), TaxRounding.LINE)))
                .isInstanceOf(Problem.class);
    }
}
