package io.renoz.products.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class RulePropertiesTest {

    @Property
    @Label("PRD-04: a percentage price has two places, is never negative and never above the base price")
    void staysWithinTheBasePrice(
            @ForAll @BigRange(min = "0", max = "9999999999.99") @Scale(2) BigDecimal base,
            @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percent) {
        BigDecimal price = Rule.lessPercent(base, percent);

        assertThat(price.scale()).isEqualTo(2);
        assertThat(price).isBetween(BigDecimal.ZERO, base);
        assertThat(price.subtract(base.subtract(
                                base.multiply(percent).divide(new BigDecimal("100"), 6, RoundingMode.HALF_UP)))
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Example
    @Label("PRD-04: 19.99 less 15 percent is 16.99")
    void roundsHalfUp() {
        assertThat(Rule.lessPercent(new BigDecimal("19.99"), new BigDecimal("15")))
                .isEqualTo("16.99");
        assertThat(Rule.lessPercent(new BigDecimal("0.05"), new BigDecimal("50")))
                .isEqualTo("0.03");
    }
}
