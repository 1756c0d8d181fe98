package io.renoz.suppliers.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    @DisplayName("SUP-16: a percentage is rounded half up to the cent, then taken off")
    void takesPercentagesOffByTheCent() {
        assertThat(Prices.effective(of("10.00"), DiscountType.PERCENTAGE, of("12.5")))
                .isEqualTo(of("8.75"));
        assertThat(Prices.effective(of("0.05"), DiscountType.PERCENTAGE, of("50")))
                .isEqualTo(of("0.02"));
        assertThat(Prices.effective(of("33.33"), DiscountType.PERCENTAGE, of("33.33")))
                .isEqualTo(of("22.22"));
        assertThat(Prices.effective(of("9.99"), DiscountType.PERCENTAGE, of("100")))
                .isEqualTo(of("0.00"));
    }

    @Test
    @DisplayName("SUP-16: no discount takes a price below zero")
    void neverFallsBelowZero() {
        assertThat(Prices.effective(of("10"), DiscountType.NONE, of("3"))).isEqualTo(of("10.00"));
        assertThat(Prices.effective(of("10"), DiscountType.FIXED, of("3"))).isEqualTo(of("7.00"));
        assertThat(Prices.effective(of("10"), DiscountType.FIXED, of("30"))).isEqualTo(of("0.00"));
    }

    @Test
    @DisplayName("SUP-18: a change goes beyond a percentage in either direction, not at it")
    void knowsWhatGoesTooFar() {
        BigDecimal limit = of("10.00");

        assertThat(Prices.beyond(of("10.00"), of("11.00"), limit)).isFalse();
        assertThat(Prices.beyond(of("10.00"), of("11.01"), limit)).isTrue();
        assertThat(Prices.beyond(of("10.00"), of("9.00"), limit)).isFalse();
        assertThat(Prices.beyond(of("10.00"), of("8.99"), limit)).isTrue();
        assertThat(Prices.beyond(of("0.00"), of("0.01"), limit)).isTrue();
        assertThat(Prices.beyond(of("0.00"), of("0.00"), limit)).isFalse();
    }

    @Test
    void tellsHowFarAPriceMoved() {
        assertThat(Prices.changePercent(of("3.00"), of("4.00"))).contains(of("33.33"));
        assertThat(Prices.changePercent(of("0.01"), of("100.00"))).contains(of("999.99"));
        assertThat(Prices.changePercent(of("0.00"), of("100.00"))).isEmpty();
        assertThat(Prices.changePercent(null, of("100.00"))).isEmpty();
    }
}
