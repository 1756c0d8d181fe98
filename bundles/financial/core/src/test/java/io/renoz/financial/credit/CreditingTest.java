package io.renoz.financial.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreditingTest {

    /** A line, and the pieces in which all of it is credited. */
    record Case(Amounts charged, List<BigDecimal> pieces) {}

    private static Amounts amounts(String quantity, String net, String tax) {
        return new Amounts(new BigDecimal(quantity), new BigDecimal(net), new BigDecimal(tax));
    }

    @Test
    @DisplayName("FIN-02: 10.00 for 3 pieces are credited as 3.33, 3.34, 3.33")
    void creditsPiecewise() {
        Amounts charged = amounts("3", "10.00", "1.00");
        Amounts already = Amounts.NONE;
        var nets = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            Amounts piece = Crediting.next(charged, already, BigDecimal.ONE);
            nets.add(piece.net() + " " + piece.tax());
            already = already.plus(piece);
        }

        assertThat(nets).containsExactly("3.33 0.33", "3.34 0.34", "3.33 0.33");
    }

    @Test
    @DisplayName("FIN-02: what goes beyond the line is worth nothing")
    void endsAtTheLine() {
        Amounts piece = Crediting.next(amounts("3", "10.00", "1.00"), amounts("2", "6.67", "0.67"), BigDecimal.TEN);

        assertThat(piece.total()).isEqualByComparingTo("3.66");
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<BigDecimal> money = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999.99"))
                .ofScale(2);
        Arbitrary<List<BigDecimal>> pieces = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("50"))
                .ofScale(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
        return Combinators.combine(money, money, pieces)
                .as((net, tax, list) ->
                        new Case(new Amounts(list.stream().reduce(BigDecimal.ZERO, BigDecimal::add), net, tax), list));
    }

    @Property(tries = 500)
    @Label("FIN-02: any way of crediting a line piece by piece ends at exactly its net and tax")
    void endsExactly(@ForAll("cases") Case one) {
        Amounts already = Amounts.NONE;
        for (BigDecimal quantity : one.pieces()) {
            Amounts piece = Crediting.next(one.charged(), already, quantity);
            assertThat(piece.net()).isNotNegative();
            assertThat(piece.tax()).isNotNegative();
            already = already.plus(piece);
        }

        assertThat(already.net()).isEqualByComparingTo(one.charged().net());
        assertThat(already.tax()).isEqualByComparingTo(one.charged().tax());
    }

    @Property(tries = 500)
    @Label("FIN-02: it does so too when pieces are voided in between")
    void endsExactlyAfterVoiding(@ForAll("cases") Case one, @ForAll("voided") List<Boolean> voided) {
        Amounts already = Amounts.NONE;
        var left = new ArrayList<BigDecimal>();
        for (int i = 0; i < one.pieces().size(); i++) {
            Amounts piece = Crediting.next(one.charged(), already, one.pieces().get(i));
            if (i < voided.size() && voided.get(i)) {
                left.add(one.pieces().get(i));
            } else {
                already = already.plus(piece);
            }
        }
        for (BigDecimal quantity : left) {
            already = already.plus(Crediting.next(one.charged(), already, quantity));
        }

        assertThat(already.net()).isEqualByComparingTo(one.charged().net());
        assertThat(already.tax()).isEqualByComparingTo(one.charged().tax());
    }

    @Provide
    Arbitrary<List<Boolean>> voided() {
        return Arbitraries.of(true, false).list().ofMaxSize(30);
    }
}
