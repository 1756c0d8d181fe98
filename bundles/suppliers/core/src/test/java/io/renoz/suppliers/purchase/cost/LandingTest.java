package io.renoz.suppliers.purchase.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LandingTest {

    private static List<BigDecimal> of(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    private static List<BigDecimal> spread(AllocationMethod method, String amount) {
        return Landing.spread(new BigDecimal(amount), method, of("100.00", "300.00"), of("3", "1"), of("1", "1"));
    }

    @Test
    @DisplayName("SUP-13: a cost spreads equally, by value, by weight or by quantity, the rest on the last line")
    void spreads() {
        assertThat(spread(AllocationMethod.EQUAL, "10.01")).containsExactlyElementsOf(of("5.00", "5.01"));
        assertThat(spread(AllocationMethod.BY_VALUE, "10.00")).containsExactlyElementsOf(of("2.50", "7.50"));
        assertThat(spread(AllocationMethod.BY_WEIGHT, "10.00")).containsExactlyElementsOf(of("7.50", "2.50"));
        assertThat(spread(AllocationMethod.BY_QUANTITY, "0.03")).containsExactlyElementsOf(of("0.01", "0.02"));
    }

    @Test
    @DisplayName("SUP-13: what weighs nothing in all is borne in equal parts")
    void fallsBackToEqualParts() {
        List<BigDecimal> nothing = of("0", "0");

        assertThat(Landing.spread(new BigDecimal("10.00"), AllocationMethod.BY_WEIGHT, nothing, nothing, nothing))
                .containsExactlyElementsOf(of("5.00", "5.00"));
    }

    @Provide
    Arbitrary<List<BigDecimal>> numbers() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("9999"))
                .ofScale(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(15);
    }

    @Property(tries = 300)
    @Label("SUP-13: whatever the method, the shares add up to the amount")
    void addsUp(@ForAll AllocationMethod method, @ForAll("numbers") List<BigDecimal> bases) {
        BigDecimal amount = new BigDecimal("1234.57");

        List<BigDecimal> shares = Landing.spread(amount, method, bases, bases, bases);

        assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
        assertThat(shares).allMatch(share -> share.signum() >= 0);
    }
}
