package io.renoz.inventory.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static List<BigDecimal> alternating(int days, int one, int other) {
        var all = new ArrayList<BigDecimal>();
        for (int i = 0; i < days; i++) {
            all.add(BigDecimal.valueOf(i % 2 == 0 ? one : other));
        }
        return all;
    }

    @Test
    @DisplayName("INV-17: a service level of 95 percent has the factor 1.645")
    void factor() {
        assertThat(ServiceLevel.z(new BigDecimal("50"))).isEqualByComparingTo("0");
        assertThat(ServiceLevel.z(new BigDecimal("90"))).isEqualByComparingTo("1.282");
        assertThat(ServiceLevel.z(new BigDecimal("95"))).isEqualByComparingTo("1.645");
        assertThat(ServiceLevel.z(new BigDecimal("99"))).isEqualByComparingTo("2.326");
        assertThat(ServiceLevel.z(new BigDecimal("99.9"))).isEqualByComparingTo("3.090");
    }

    @Test
    @DisplayName("INV-17: safety stock, reorder point and economic quantity are rounded up")
    void figures() {
        Demand demand = Demand.of(alternating(100, 2, 6));
        assertThat(demand.mean()).isEqualByComparingTo("4");
        assertThat(demand.deviation()).isBetween(new BigDecimal("2.010"), new BigDecimal("2.011"));
        BigDecimal safety = demand.safetyStock(new BigDecimal("1.645"), 9);
        assertThat(safety).isEqualByComparingTo("10"); // 1.645 x 2.0101 x 3 = 9.92
        assertThat(demand.reorderPoint(safety, 9)).isEqualByComparingTo("46");
        // sqrt(2 x 1460 x 50 / (10 x 0.25)) = sqrt(58400) = 241.66
        assertThat(demand.economicQuantity(new BigDecimal("50"), BigDecimal.TEN, new BigDecimal("25")))
                .isEqualByComparingTo("242");
        assertThat(demand.economicQuantity(new BigDecimal("50"), BigDecimal.ZERO, new BigDecimal("25")))
                .isEqualByComparingTo("0");
    }

    @Test
    @DisplayName("INV-17: even demand needs no safety stock")
    void even() {
        Demand demand = Demand.of(Collections.nCopies(60, BigDecimal.valueOf(3)));
        assertThat(demand.safetyStock(new BigDecimal("1.645"), 30)).isEqualByComparingTo("0");
        assertThat(demand.reorderPoint(BigDecimal.ZERO, 7)).isEqualByComparingTo("21");
    }

    @Test
    @DisplayName("how well a forecast did is a percentage, not available where nothing was forecast")
    void accuracy() {
        assertThat(ForecastRun.accuracy(BigDecimal.TEN, new BigDecimal("8"))).isEqualByComparingTo("80");
        assertThat(ForecastRun.accuracy(BigDecimal.TEN, new BigDecimal("40"))).isEqualByComparingTo("0");
        assertThat(ForecastRun.accuracy(BigDecimal.ZERO, BigDecimal.ONE)).isNull();
    }
}
