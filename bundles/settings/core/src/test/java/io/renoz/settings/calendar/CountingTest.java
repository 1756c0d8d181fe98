package io.renoz.settings.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-07-31 is a Friday. */
class CountingTest {

    private static final Week SYDNEY = Week.usual("Australia/Sydney");

    @ParameterizedTest
    @DisplayName("SET-12: open from the opening on, up to the closing and not at it")
    @CsvSource({
        "2026-07-31T08:59:59, false",
        "2026-07-31T09:00, true",
        "2026-07-31T16:59:59, true",
        "2026-07-31T17:00, false",
        "2026-08-01T12:00, false",
    })
    void isOpenBetweenOpeningAndClosing(String moment, boolean open) {
        assertThat(SYDNEY.isOpen(moment)).isEqualTo(open);
    }

    @Test
    @DisplayName("SET-12: a period that closes at 00:00 goes on to the end of the day")
    void goesOnToMidnight() {
        Week late = Week.in("Europe/Berlin").open("18:00-00:00", DayOfWeek.FRIDAY);

        assertThat(late.isOpen("2026-07-31T23:59:59")).isTrue();
        assertThat(late.isOpen("2026-08-01T00:00")).isFalse();
        assertThat(late.plusMinutes("2026-07-31T12:00", 360)).isEqualTo("2026-08-01T00:00");
        assertThat(late.plusDays("2026-07-24T12:00", 1)).isEqualTo("2026-08-01T00:00");
    }

    @Test
    @DisplayName("SET-12: a whole day is one period from 00:00 to 00:00")
    void mayBeOpenAllDay() {
        assertThat(Week.always("Europe/Berlin").isOpen("2026-07-31T00:00")).isTrue();
        assertThat(Week.always("Europe/Berlin").isOpen("2026-07-31T23:59:59.999"))
                .isTrue();
    }

    @Test
    @DisplayName("SET-12: a break closes the calendar")
    void closesForLunch() {
        Week lunch =
                Week.in("Europe/Berlin").open("09:00-12:00", DayOfWeek.FRIDAY).open("13:00-17:00", DayOfWeek.FRIDAY);

        assertThat(lunch.isOpen("2026-07-31T12:00")).isFalse();
        assertThat(lunch.plusMinutes("2026-07-31T11:30", 60)).isEqualTo("2026-07-31T13:30");
        assertThat(lunch.plusMinutes("2026-07-31T11:30", 30)).isEqualTo("2026-07-31T12:00");
    }

    @Test
    @DisplayName("SET-12: a holiday closes the whole day")
    void keepsHolidays() {
        Week holiday = SYDNEY.closedOn("2026-08-03");

        assertThat(holiday.isOpen("2026-08-03T12:00")).isFalse();
        assertThat(holiday.plusMinutes("2026-07-31T16:30", 60)).isEqualTo("2026-08-04T09:30");
    }

    @ParameterizedTest
    @DisplayName("SET-12: periods of one weekday that overlap are refused; those that touch are not")
    @CsvSource({
        "09:00, 12:00, 11:59, 17:00, true",
        "09:00, 12:00, 12:00, 17:00, false",
        "13:00, 17:00, 09:00, 13:01, true",
        "09:00, 00:00, 23:00, 23:30, true",
        "09:00, 17:00, 09:00, 17:00, true",
        "00:00, 00:00, 00:00, 01:00, true",
    })
    void refusesOverlaps(LocalTime open1, LocalTime close1, LocalTime open2, LocalTime close2, boolean overlap) {
        List<Shift> shifts =
                List.of(Shift.of(1, open1, close1), Shift.of(1, open2, close2), Shift.of(2, open1, close1));

        if (overlap) {
            assertThatThrownBy(() -> Shift.check(shifts))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("overlapping-periods"));
        } else {
            Shift.check(shifts);
        }
    }

    @Test
    void refusesPeriodsThatCloseBeforeTheyOpen() {
        assertThatThrownBy(() -> Shift.check(List.of(Shift.of(1, LocalTime.of(9, 0), LocalTime.of(9, 0)))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).pointer()).isEqualTo("/periods/0/closesAt"));
    }

    @Test
    void knowsSundayAsZero() {
        assertThat(Shift.of(0, LocalTime.of(9, 0), LocalTime.of(10, 0)).day()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(Shift.of(6, LocalTime.of(9, 0), LocalTime.of(10, 0)).day()).isEqualTo(DayOfWeek.SATURDAY);
    }

    @ParameterizedTest
    @DisplayName("SET-13: only open minutes count, from the start or the next opening after it")
    @CsvSource({
        "2026-07-31T16:30, 60, 2026-08-03T09:30",
        "2026-07-31T16:00, 60, 2026-07-31T17:00",
        "2026-07-31T17:00, 60, 2026-08-03T10:00",
        "2026-08-01T12:00, 60, 2026-08-03T10:00",
        "2026-07-31T06:00, 480, 2026-07-31T17:00",
        "2026-07-31T06:00, 481, 2026-08-03T09:01",
        "2026-07-31T10:15:30, 0, 2026-07-31T10:15:30",
        "2026-08-01T12:00, 0, 2026-08-03T09:00",
        "2026-07-31T16:00, 240, 2026-08-03T12:00",
    })
    void addsOpenMinutes(String start, int minutes, String due) {
        assertThat(SYDNEY.plusMinutes(start, minutes)).isEqualTo(due);
    }

    @Test
    @DisplayName("SET-13: an hour that the clock leaves out within a period is not counted")
    void countsElapsedMinutesInSpring() {
        Week nights = Week.in("Europe/Berlin").open("00:00-08:00", DayOfWeek.SUNDAY);

        assertThat(nights.plusMinutes("2026-03-29T01:30", 60)).isEqualTo("2026-03-29T03:30");
        assertThat(nights.plusMinutes("2026-03-29T00:00", 420)).isEqualTo("2026-03-29T08:00");
        assertThat(nights.counting().minutesBetween(nights.at("2026-03-29T00:00"), nights.at("2026-03-30T00:00")))
                .isEqualTo(420);
    }

    @Test
    @DisplayName("SET-13: an hour that the clock shows twice within a period is counted twice")
    void countsElapsedMinutesInAutumn() {
        Week nights = Week.in("Europe/Berlin").open("00:00-08:00", DayOfWeek.SUNDAY);

        assertThat(nights.plusMinutes("2026-10-25T01:30", 120)).isEqualTo("2026-10-25T02:30");
        assertThat(nights.plusMinutes("2026-10-25T00:00", 540)).isEqualTo("2026-10-25T08:00");
    }

    @Test
    @DisplayName(
            "SET-13: a period within the hour that is left out does not exist that day; one in the hour shown twice is there twice")
    void followsTheClockOnTheWall() {
        Week early = Week.in("Europe/Berlin").open("02:00-02:30", DayOfWeek.SUNDAY);

        assertThat(early.plusMinutes("2026-03-29T00:00", 10)).isEqualTo("2026-04-05T02:10");
        assertThat(early.counting().minutesBetween(early.at("2026-10-25T00:00"), early.at("2026-10-26T00:00")))
                .isEqualTo(60);
    }

    @Test
    @DisplayName("SET-13: half an hour of Lord Howe and a change at midnight count as they pass")
    void knowsUnusualZones() {
        Week island = Week.always("Australia/Lord_Howe");
        Week beirut = Week.always("Asia/Beirut");

        assertThat(island.counting().minutesBetween(island.at("2026-04-05T00:00"), island.at("2026-04-06T00:00")))
                .isEqualTo(24 * 60 + 30);
        assertThat(beirut.counting().minutesBetween(beirut.at("2026-03-28T12:00"), beirut.at("2026-03-29T12:00")))
                .isEqualTo(23 * 60);
    }

    @Test
    @DisplayName("SET-13: a date that a zone left out has no open minute")
    void knowsTheDayThatSamoaLeftOut() {
        Week apia = Week.usual("Pacific/Apia");

        assertThat(apia.plusDays("2011-12-29T12:00", 1)).isEqualTo("2012-01-02T17:00");
        assertThat(apia.plusMinutes("2011-12-29T16:30", 60)).isEqualTo("2012-01-02T09:30");
    }

    @Test
    @DisplayName("SET-13: fewer open minutes than asked for within 366 days are refused")
    void looks366DaysAhead() {
        Week once = Week.in("UTC").open("00:00-00:01", DayOfWeek.FRIDAY);

        assertThat(once.plusMinutes("2026-07-31T00:00", 53)).isEqualTo("2027-07-30T00:01");
        assertRefused(() -> once.plusMinutes("2026-07-31T00:00", 54));
        assertRefused(() -> Week.in("UTC").plusMinutes("2026-07-31T00:00", 0));
        assertThat(Week.always("UTC").plusMinutes("2026-07-31T00:00", 366 * 24 * 60))
                .isEqualTo("2027-08-01T00:00");
        assertRefused(() -> Week.always("UTC").plusMinutes("2026-07-31T00:00", 366 * 24 * 60 + 1));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo("no-business-hours"));
    }

    @ParameterizedTest
    @DisplayName("SET-14: the last closing of the n-th open day after the starting date")
    @CsvSource({
        "2026-07-31T12:00, 2, 2026-08-04T17:00",
        "2026-07-31T12:00, 1, 2026-08-03T17:00",
        "2026-07-31T23:00, 1, 2026-08-03T17:00",
        "2026-08-01T12:00, 1, 2026-08-03T17:00",
        "2026-07-31T12:00, 0, 2026-07-31T17:00",
        "2026-07-31T17:00, 0, 2026-08-03T17:00",
        "2026-07-31T12:00, 5, 2026-08-07T17:00",
    })
    void addsOpenDays(String start, int days, String due) {
        assertThat(SYDNEY.plusDays(start, days)).isEqualTo(due);
    }

    @Test
    @DisplayName("SET-14: a holiday is no open day, and a day with any open minute is one")
    void countsDaysWithAnyOpenMinute() {
        Week short1 = SYDNEY.closedOn("2026-08-03").open("12:00-12:01", DayOfWeek.SATURDAY);

        assertThat(short1.plusDays("2026-07-31T12:00", 1)).isEqualTo("2026-08-01T12:01");
        assertThat(short1.plusDays("2026-07-31T12:00", 2)).isEqualTo("2026-08-04T17:00");
        assertThat(Week.usual("UTC").plusDays("2026-07-31T12:00", 260)).isEqualTo("2027-07-30T17:00");
        assertRefused(() -> Week.usual("UTC").plusDays("2026-07-31T12:00", 261));
    }

    @Test
    void findsTheNextOpeningAndClosing() {
        Counting counting = SYDNEY.counting();

        assertThat(counting.nextOpening(SYDNEY.at("2026-07-31T12:00")))
                .map(SYDNEY::shown)
                .contains("2026-08-03T09:00");
        assertThat(counting.nextOpening(SYDNEY.at("2026-07-31T08:00")))
                .map(SYDNEY::shown)
                .contains("2026-07-31T09:00");
        assertThat(counting.nextClosing(SYDNEY.at("2026-07-31T12:00")))
                .map(SYDNEY::shown)
                .contains("2026-07-31T17:00");
        assertThat(counting.nextClosing(SYDNEY.at("2026-07-31T17:00")))
                .map(SYDNEY::shown)
                .contains("2026-08-03T17:00");
        Instant now = SYDNEY.at("2026-07-31T12:00");
        assertThat(Week.always("UTC").counting().nextOpening(now)).isEmpty();
        assertThat(Week.always("UTC").counting().nextClosing(now)).isEmpty();
        assertThat(Week.in("UTC").counting().nextOpening(now)).isEmpty();
        assertThat(Week.in("UTC").counting().nextClosing(now)).isEmpty();
    }

    @Test
    void staysOpenThroughMidnight() {
        Week night = Week.in("UTC").open("18:00-00:00", DayOfWeek.FRIDAY).open("00:00-06:00", DayOfWeek.SATURDAY);

        assertThat(night.counting().nextClosing(night.at("2026-07-31T20:00")))
                .map(night::shown)
                .contains("2026-08-01T06:00");
        assertThat(night.counting().nextOpening(night.at("2026-07-31T20:00")))
                .map(night::shown)
                .contains("2026-08-07T18:00");
    }

    @Test
    void countsMinutesBothWays() {
        Instant friday = SYDNEY.at("2026-07-31T16:30");
        Instant monday = SYDNEY.at("2026-08-03T09:30");

        assertThat(SYDNEY.counting().minutesBetween(friday, monday)).isEqualTo(60);
        assertThat(SYDNEY.counting().minutesBetween(monday, friday)).isEqualTo(-60);
        assertThat(SYDNEY.counting().minutesBetween(friday, friday)).isZero();
    }
}
