package io.renoz.financial.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.Money;
import io.renoz.financial.revenue.Slices.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlicesTest {

    @Test
    @DisplayName("FIN-19: equal monthly slices, the last taking the rest, each to the last day of its month")
    void slices() {
        List<Slice> slices = Slices.monthly(new BigDecimal("100.00"), LocalDate.of(2026, 1, 1), 3);

        assertThat(slices)
                .extracting(slice -> slice.amount().toPlainString())
                .containsExactly("33.33", "33.33", "33.34");
        assertThat(slices)
                .extracting(Slice::end)
                .containsExactly(LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31));
    }

    @Provide
    Arbitrary<BigDecimal> totals() {
        return Arbitraries.integers().between(1, 10_000_000).map(cents -> BigDecimal.valueOf(cents, 2));
    }

    @Property(tries = 500)
    @Label("FIN-19: slices sum to the total, none is nothing, and they follow each other without a gap")
    void sumsToTheTotal(@ForAll("totals") BigDecimal total, @ForAll @IntRange(min = 1, max = 120) int months) {
        List<Slice> slices = Slices.monthly(total, LocalDate.of(2026, 1, 31), months);

        assertThat(Money.sum(slices.stream().map(Slice::amount).toList())).isEqualByComparingTo(total);
        assertThat(slices).allSatisfy(slice -> {
            assertThat(slice.amount()).isPositive();
            assertThat(slice.end()).isAfterOrEqualTo(slice.start());
        });
        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).start()).isAfterOrEqualTo(slices.get(i - 1).end());
        }
    }
}
