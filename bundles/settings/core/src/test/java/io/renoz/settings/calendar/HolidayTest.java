package io.renoz.settings.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HolidayTest {

    private static Predicate<LocalDate> any(Holiday... holidays) {
        return Holiday.any(List.of(holidays));
    }

    private static Holiday on(String date, boolean recurring) {
        return new Holiday(LocalDate.parse(date), recurring);
    }

    @Test
    @DisplayName("SET-15: a recurring holiday comes in its own and every later year, not before")
    void comesAgain() {
        Predicate<LocalDate> holiday = any(on("2026-01-26", true));

        assertThat(holiday).accepts(LocalDate.parse("2026-01-26"), LocalDate.parse("2040-01-26"));
        assertThat(holiday).rejects(LocalDate.parse("2025-01-26"), LocalDate.parse("2026-01-27"));
    }

    @Test
    @DisplayName("SET-15: one that does not recur is there once")
    void comesOnce() {
        assertThat(any(on("2026-04-03", false)))
                .accepts(LocalDate.parse("2026-04-03"))
                .rejects(LocalDate.parse("2027-04-03"));
    }

    @Test
    @DisplayName("SET-15: 29 February comes again in leap years only")
    void knowsLeapYears() {
        assertThat(any(on("2024-02-29", true)))
                .accepts(LocalDate.parse("2024-02-29"), LocalDate.parse("2028-02-29"))
                .rejects(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-01"), LocalDate.parse("2020-02-29"));
    }

    @Test
    void beginsWithTheEarliestOfTwo() {
        assertThat(any(on("2028-01-26", true), on("2024-01-26", true))).accepts(LocalDate.parse("2025-01-26"));
    }
}
