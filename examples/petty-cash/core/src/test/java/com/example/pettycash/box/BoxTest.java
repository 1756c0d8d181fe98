package com.example.pettycash.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BoxTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Box box = new Box();

    @BeforeEach
    void putInAHundred() {
        box.book(new BigDecimal("100.00"), MONDAY);
    }

    @Test
    @DisplayName("PET-01: a box can be emptied, and not a cent further")
    void neverHoldsLessThanNothing() {
        box.book(new BigDecimal("-99.99"), MONDAY);

        assertThat(slug(() -> box.book(new BigDecimal("-0.02"), MONDAY))).isEqualTo("insufficient-cash");
        assertThat(box.balance).isEqualByComparingTo("0.01");
        box.book(new BigDecimal("-0.01"), MONDAY);
        assertThat(box.balance).isZero();
    }

    @Test
    @DisplayName("PET-03: a closed day takes nothing more, the next one opens the box")
    void isClosedForADayOnly() {
        box.close(new BigDecimal("100"), MONDAY);

        assertThat(box.status).isEqualTo(BoxStatus.CLOSED);
        assertThat(slug(() -> box.book(BigDecimal.ONE, MONDAY))).isEqualTo("invalid-transition");
        assertThat(slug(() -> box.close(new BigDecimal("100"), MONDAY))).isEqualTo("invalid-transition");
        box.book(BigDecimal.ONE, TUESDAY);
        assertThat(box.status).isEqualTo(BoxStatus.OPEN);
        assertThat(slug(() -> box.book(BigDecimal.ONE, MONDAY))).isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("PET-03: a box is closed when the count is right")
    void isNotClosedWithAWrongCount() {
        assertThat(slug(() -> box.close(new BigDecimal("99.99"), MONDAY))).isEqualTo("count-differs");
        assertThat(box.status).isEqualTo(BoxStatus.OPEN);
    }

    private static String slug(Runnable act) {
        var thrown = new Problem[1];
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Problem.class, problem -> thrown[0] = problem);
        return thrown[0].slug();
    }
}
