package io.renoz.settings.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import io.renoz.settings.api.SequenceReset;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPatternTest {

    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    private static String number(String pattern, long number) {
        return NumberPattern.of(pattern, SequenceReset.NEVER).format("ORD", JULY, 7, number);
    }

    @Test
    @DisplayName("SET-19: {prefix}-{yyyy}-{seq:5} with prefix ORD gives ORD-2026-00001")
    void fillsInItsTokens() {
        assertThat(number("{prefix}-{yyyy}-{seq:5}", 1)).isEqualTo("ORD-2026-00001");
        assertThat(number("{prefix}{yy}{mm}/{seq}", 7)).isEqualTo("ORD2607/7");
        assertThat(number("FY{fy}-{seq:3}", 12)).isEqualTo("FY2027-012");
        assertThat(NumberPattern.of("{prefix}{seq}", SequenceReset.NEVER).format("A$1\\", JULY, 7, 1))
                .isEqualTo("A$1\\1");
    }

    @Test
    @DisplayName("SET-19: a number longer than its width is printed in full")
    void printsLongNumbersInFull() {
        assertThat(number("{seq:3}", 12345)).isEqualTo("12345");
    }

    @ParameterizedTest
    @DisplayName("SET-19: a pattern that would repeat numbers is refused")
    @CsvSource({
        "{prefix}-{yyyy}, NEVER",
        "{seq}-{seq}, NEVER",
        "{seq}-{day}, NEVER",
        "{seq:0}, NEVER",
        "{prefix}-{seq:5}, YEARLY",
        "{fy}-{seq:5}, YEARLY",
        "{yyyy}-{seq:5}, FISCAL_YEARLY",
        "{yyyy}-{seq:5}, MONTHLY",
        "{mm}-{seq:5}, MONTHLY",
    })
    void refusesWhatCannotWork(String pattern, SequenceReset reset) {
        assertThatThrownBy(() -> NumberPattern.of(pattern, reset))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("validation-failed"));
    }

    @ParameterizedTest
    @DisplayName("SET-19: one that tells its periods apart is not")
    @CsvSource({
        "{seq}, NEVER",
        "{yy}-{seq}, YEARLY",
        "{fy}-{seq}, FISCAL_YEARLY",
        "{yyyy}{mm}-{seq}, FISCAL_YEARLY",
        "{yyyy}-{mm}-{seq}, MONTHLY",
        "{fy}-{mm}-{seq}, MONTHLY",
    })
    void acceptsWhatWorks(String pattern, SequenceReset reset) {
        assertThat(NumberPattern.of(pattern, reset)).isNotNull();
    }

    @ParameterizedTest
    @DisplayName("SET-19: the period comes from the document's date")
    @CsvSource({
        "NEVER, 2026-07-01, 7, ''",
        "YEARLY, 2026-12-31, 7, 2026",
        "MONTHLY, 2026-07-01, 7, 2026-07",
        "FISCAL_YEARLY, 2026-06-30, 7, FY2026",
        "FISCAL_YEARLY, 2026-07-01, 7, FY2027",
        "FISCAL_YEARLY, 2026-12-31, 1, FY2026",
    })
    void findsThePeriod(SequenceReset reset, LocalDate date, int fiscalYearStart, String key) {
        assertThat(Period.key(reset, date, fiscalYearStart)).isEqualTo(key);
    }
}
