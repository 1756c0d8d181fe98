package io.renoz.settings.calendar;

import io.renoz.problem.Problem;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A time of one weekday at which a calendar is open.
 *
 * @param closes midnight stands for the end of the day
 */
record Shift(DayOfWeek day, LocalTime opens, LocalTime closes) {

    private static final int SUNDAY = 0;
    private static final int DAYS_A_WEEK = 7;

    /** @param dayOfWeek 0 is Sunday, 6 Saturday */
    static Shift of(int dayOfWeek, LocalTime opens, LocalTime closes) {
        return new Shift(DayOfWeek.of(dayOfWeek == SUNDAY ? DAYS_A_WEEK : dayOfWeek), opens, closes);
    }

    boolean toMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    /** By weekday, each in the order of the day. */
    static Map<DayOfWeek, List<Shift>> byDay(Collection<Shift> shifts) {
        return shifts.stream()
                .sorted(Comparator.comparing(Shift::opens))
                .collect(Collectors.groupingBy(Shift::day, () -> new EnumMap<>(DayOfWeek.class), Collectors.toList()));
    }

    /**
     * SET-12: refuses shifts that end before they begin, and such of one weekday that overlap.
     *
     * @throws Problem {@code validation-failed}, {@code overlapping-periods}
     */
    static void check(List<Shift> shifts) {
        var errors = new ArrayList<Problem.FieldError>();
        for (int i = 0; i < shifts.size(); i++) {
            Shift shift = shifts.get(i);
            if (!shift.toMidnight() && !shift.closes.isAfter(shift.opens)) {
                errors.add(new Problem.FieldError(
                        "/periods/" + i + "/closesAt", "A period closes after it opens; 00:00 is the end of the day."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        byDay(shifts).values().forEach(Shift::requireApart);
    }

    private static void requireApart(List<Shift> ofOneDay) {
        for (int i = 1; i < ofOneDay.size(); i++) {
            Shift before = ofOneDay.get(i - 1);
            Shift after = ofOneDay.get(i);
            if (before.toMidnight() || before.closes.isAfter(after.opens)) {
                throw Problem.of(
                        "overlapping-periods",
                        "On " + before.day.name().charAt(0)
                                + before.day.name().substring(1).toLowerCase(java.util.Locale.ROOT)
                                + " the periods from "
                                + before.opens + " and from " + after.opens + " overlap.");
            }
        }
    }
}
