package io.renoz.settings.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A week as a test writes it, in one zone. */
record Week(ZoneId zone, List<Shift> shifts, Predicate<LocalDate> holidays) {

    static Week in(String zone) {
        return new Week(ZoneId.of(zone), List.of(), date -> false);
    }

    /** Monday to Friday, 9 to 17. */
    static Week usual(String zone) {
        return in(zone).open("09:00-17:00", DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)
                .open("09:00-17:00", DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    }

    static Week always(String zone) {
        return in(zone).open("00:00-00:00", DayOfWeek.values());
    }

    Week open(String hours, DayOfWeek... days) {
        LocalTime from = LocalTime.parse(hours.substring(0, 5));
        LocalTime to = LocalTime.parse(hours.substring(6));
        var more = new ArrayList<>(shifts);
        Arrays.stream(days).forEach(day -> more.add(new Shift(day, from, to)));
        return new Week(zone, more, holidays);
    }

    Week closedOn(String... dates) {
        List<LocalDate> closed = Arrays.stream(dates).map(LocalDate::parse).toList();
        return new Week(zone, shifts, closed::contains);
    }

    Counting counting() {
        return new Counting(new Hours(zone, shifts, holidays));
    }

    /** The moment at which the clock on the wall shows this; the first of two. */
    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** What the clock on the wall shows then. */
    String shown(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone).toString();
    }

    String plusMinutes(String start, int minutes) {
        return shown(counting().plusMinutes(at(start), minutes));
    }

    String plusDays(String start, int days) {
        return shown(counting().plusDays(at(start), days));
    }

    boolean isOpen(String moment) {
        return counting().isOpen(at(moment));
    }
}
