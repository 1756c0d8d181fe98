package io.renoz.financial.receivable;

import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.financial.api.AgingBuckets;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgingTest {

    @ParameterizedTest
    @DisplayName("FIN-18: current, 1 to 30, 31 to 60, 61 to 90 and over 90 days")
    @CsvSource({"-5, 0", "0, 0", "1, 1", "30, 1", "31, 2", "60, 2", "61, 3", "90, 3", "91, 4", "4000, 4"})
    void falls(int daysLate, int bucket) {
        AgingBuckets buckets = AgingBuckets.none().plus(new BigDecimal("7.00"), daysLate);

        List<BigDecimal> all = List.of(
                buckets.current(), buckets.days1To30(), buckets.days31To60(), buckets.days61To90(), buckets.over90());
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).isEqualByComparingTo(i == bucket ? "7.00" : "0.00");
        }
    }

    @Test
    @DisplayName("FIN-18: what is below zero counts as minus in current")
    void countsMinusInCurrent() {
        AgingBuckets buckets =
                Aging.with(AgingBuckets.none().plus(new BigDecimal("7.00"), 40), new BigDecimal("-3.00"));

        assertThat(buckets.current()).isEqualByComparingTo("-10.00");
        assertThat(buckets.days31To60()).isEqualByComparingTo("7.00");
    }

    @Test
    @DisplayName("FIN-17: more owed than the open orders show is inconsistent")
    void refusesWhatDoesNotAddUp() {
        assertRefused(() -> Aging.with(AgingBuckets.none(), new BigDecimal("0.01")))
                .isEqualTo("internal-error");
    }
}
