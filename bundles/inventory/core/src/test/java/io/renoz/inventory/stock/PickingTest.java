package io.renoz.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.inventory.stock.Picking.Candidate;
import io.renoz.inventory.stock.Picking.Pick;
import io.renoz.inventory.stock.Picking.Want;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PickingTest {

    private static final UUID PRODUCT = new UUID(1, 1);

    private static Candidate candidate(
            int id, String free, @Nullable String expiry, boolean atDefault, @Nullable Integer sequence) {
        return new Candidate(
                new UUID(0, id),
                PRODUCT,
                new BigDecimal(free),
                expiry == null ? null : LocalDate.parse(expiry),
                atDefault,
                sequence);
    }

    @Test
    @DisplayName("INV-04: earliest expiry, then the default location, then the picking walk, then the id")
    void order() {
        List<Candidate> sorted = List.of(
                        candidate(1, "1", null, false, null),
                        candidate(2, "1", null, true, null),
                        candidate(3, "1", null, true, 5),
                        candidate(4, "1", null, true, 2),
                        candidate(5, "1", "2026-12-01", false, null),
                        candidate(6, "1", "2026-11-01", false, null),
                        candidate(0, "1", null, false, null))
                .stream()
                .sorted(Picking.ORDER)
                .toList();
        assertThat(sorted)
                .extracting(c -> c.balance().getLeastSignificantBits())
                .containsExactly(6L, 5L, 4L, 3L, 2L, 0L, 1L);
    }

    @Test
    @DisplayName("INV-03: what one line got the next one does not, and what is missing is said")
    void sharesOnce() {
        List<Want> wants =
                List.of(new Want(0, PRODUCT, new BigDecimal("3")), new Want(1, PRODUCT, new BigDecimal("4")));
        Picking.Result result =
                Picking.pick(wants, List.of(candidate(1, "2", null, true, 1), candidate(2, "3", null, true, 2)));
        assertThat(result.picks())
                .containsExactly(
                        new Pick(0, new UUID(0, 1), new BigDecimal("2")),
                        new Pick(0, new UUID(0, 2), new BigDecimal("1")),
                        new Pick(1, new UUID(0, 2), new BigDecimal("2")));
        List<Shortage> shortages = Picking.shortages(wants, result);
        assertThat(shortages).hasSize(1);
        assertThat(shortages.get(0).requested()).isEqualByComparingTo("7");
        assertThat(shortages.get(0).available()).isEqualByComparingTo("5");
        assertThat(shortages.get(0).problem().members().toString()).contains("short=2");
    }
}
