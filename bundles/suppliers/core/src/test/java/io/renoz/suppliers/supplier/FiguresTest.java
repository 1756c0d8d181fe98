package io.renoz.suppliers.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static Figures month(
            int delivered, int onTime, String received, String accepted, String spend, String variance) {
        return new Figures(
                delivered,
                onTime,
                new BigDecimal(received),
                new BigDecimal(accepted),
                new BigDecimal(received).subtract(new BigDecimal(accepted)),
                new BigDecimal(spend),
                new BigDecimal(variance),
                null,
                null,
                null);
    }

    @Test
    @DisplayName("SUP-23: delivery and quality count 0.4 each, price 0.2")
    void weighsItsScores() {
        Figures month = month(4, 3, "200", "190", "1000.00", "50.00");

        assertThat(month.deliveryScore()).isEqualByComparingTo("75.00");
        assertThat(month.qualityScore()).isEqualByComparingTo("95.00");
        assertThat(month.priceScore()).isEqualByComparingTo("95.00");
        assertThat(month.overallScore()).isEqualByComparingTo("87.00");
        assertThat(month.defectRate()).isEqualByComparingTo("5.00");
        assertThat(month.averageOrderValue()).isEqualByComparingTo("250.00");
    }

    @Test
    @DisplayName("SUP-23: cheaper than ordered is no better than as ordered, and nothing falls below 0")
    void keepsThePriceScoreWithinItsBounds() {
        assertThat(month(1, 1, "1", "1", "100.00", "-20.00").priceScore()).isEqualByComparingTo("100");
        assertThat(month(1, 1, "1", "1", "100.00", "250.00").priceScore()).isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("SUP-23: a month without deliveries has no score")
    void hasNoScoreWithoutDeliveries() {
        assertThat(Figures.NONE.deliveryScore()).isNull();
        assertThat(Figures.NONE.qualityScore()).isNull();
        assertThat(Figures.NONE.priceScore()).isNull();
        assertThat(Figures.NONE.overallScore()).isNull();
        assertThat(Figures.NONE.averageOrderValue()).isEqualByComparingTo("0");
    }
}
