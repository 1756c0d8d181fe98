package io.renoz.financial.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.Money;
import io.renoz.financial.plan.Shifting.Part;
import java.math.BigDecimal;
import java.util.Arrays;
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

class ShiftingTest {

    private static Part part(String amount, String paid) {
        return new Part(new BigDecimal(amount), new BigDecimal(paid));
    }

    private static List<String> to(String total, Part... parts) {
        return Shifting.to(Arrays.asList(parts), new BigDecimal(total)).stream()
                .map(amount -> amount.stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    @DisplayName("FIN-10: what is more goes onto the last unpaid instalment, or onto a new one")
    void raises() {
        assertThat(to("130", part("50", "50"), part("50", "10"))).containsExactly("50", "80");
        assertThat(to("130", part("50", "0"), part("50", "50"))).containsExactly("80", "50");
        assertThat(to("130", part("50", "50"), part("50", "50"))).containsExactly("50", "50", "30");
    }

    @Test
    @DisplayName("FIN-10: what is less is taken from the last backwards")
    void lowers() {
        assertThat(to("70", part("50", "0"), part("50", "0"))).containsExactly("50", "20");
        assertThat(to("30", part("50", "0"), part("50", "0"))).containsExactly("30", "0");
        assertThat(to("30", part("50", "0"), part("50", "20"))).containsExactly("10", "20");
    }

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<Integer> cents = Arbitraries.integers().between(1, 100_000);
        return Combinators.combine(cents, Arbitraries.integers().between(0, 100))
                .as((amount, percent) ->
                        new Part(BigDecimal.valueOf(amount, 2), BigDecimal.valueOf((long) amount * percent / 100, 2)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 500)
    @Label("FIN-10: the new amounts sum to the new total, or to what was paid where that is more")
    void sums(@ForAll("parts") List<Part> parts, @ForAll("totals") BigDecimal total) {
        List<BigDecimal> amounts = Shifting.to(parts, total);
        BigDecimal paid = Money.sum(parts.stream().map(Part::paid).toList());

        assertThat(Money.sum(amounts)).isEqualByComparingTo(total.max(paid));
        for (int i = 0; i < parts.size(); i++) {
            assertThat(amounts.get(i)).isGreaterThanOrEqualTo(parts.get(i).paid());
        }
    }

    @Provide
    Arbitrary<BigDecimal> totals() {
        return Arbitraries.integers().between(0, 1_000_000).map(cents -> BigDecimal.valueOf(cents, 2));
    }
}
