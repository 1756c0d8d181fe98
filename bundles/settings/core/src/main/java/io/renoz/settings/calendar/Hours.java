package io.renoz.settings.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * SET-12: when a calendar is open. A moment is open when the clock on the wall of its zone says so: an hour that the clock
 * leaves out does not exist, one that it shows twice is there twice. Immutable.
 */
final class Hours {

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Map<DayOfWeek, List<Shift>> shifts;
    private final Predicate<LocalDate> holidays;

    /** @param holidays whether the calendar stays closed on a date */
    Hours(ZoneId zone, Collection<Shift> shifts, Predicate<LocalDate> holidays) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.shifts = Shift.byDay(shifts);
        this.holidays = holidays;
    }

    ZoneId zone() {
        return zone;
    }

    private List<Shift> on(LocalDate date) {
        List<Shift> shiftsOfDay = shifts.getOrDefault(date.getDayOfWeek(), List.of());
        return shiftsOfDay.isEmpty() || holidays.test(date) ? List.of() : shiftsOfDay;
    }

    /** The openings between two moments, in order; what is open through midnight comes in pieces. */
    Iterator<Opening> between(Instant from, Instant to) {
        return new Walk(from, to);
    }

    /** The last moment of a date at which the calendar closes; empty when it stays closed all day. */
    Optional<Instant> lastClosing(LocalDate date) {
        Instant earliest = date.atStartOfDay().toInstant(ZoneOffset.MAX);
        Instant latest = date.plusDays(1).atStartOfDay().toInstant(ZoneOffset.MIN);
        Instant last = null;
        for (var walk = new Walk(earliest, latest); walk.hasNext(); ) {
            Opening opening = walk.next();
            if (opening.start().atZone(zone).toLocalDate().equals(date)) {
                last = opening.end();
            }
        }
        return Optional.ofNullable(last);
    }

    /** Goes through time, from one change of the zone's offset to the next, and in between from day to day. */
    private final class Walk implements Iterator<Opening> {

        private final Instant to;
        private final ArrayDeque<Opening> found = new ArrayDeque<>();
        private Instant segmentStart;
        private Instant segmentEnd;
        private ZoneOffset offset;
        private LocalDate date;

        Walk(Instant from, Instant to) {
            this.to = to;
            segmentStart = from;
            segmentEnd = endAfter(from);
            offset = rules.getOffset(from);
            date = from.atOffset(offset).toLocalDate();
        }

        private Instant endAfter(Instant moment) {
            ZoneOffsetTransition next = rules.nextTransition(moment);
            return next == null || next.getInstant().isAfter(to) ? to : next.getInstant();
        }

        @Override
        public boolean hasNext() {
            while (found.isEmpty() && segmentStart.isBefore(to)) {
                on(date).forEach(this::take);
                date = date.plusDays(1);
                if (!date.atStartOfDay().toInstant(offset).isBefore(segmentEnd)) {
                    segmentStart = segmentEnd;
                    segmentEnd = endAfter(segmentStart);
                    offset = rules.getOffset(segmentStart);
                    date = segmentStart.atOffset(offset).toLocalDate();
                }
            }
            return !found.isEmpty();
        }

        private void take(Shift shift) {
            LocalDate lastDay = shift.toMidnight() ? date.plusDays(1) : date;
            Instant start = later(date.atTime(shift.opens()).toInstant(offset), segmentStart);
            Instant end = earlier(lastDay.atTime(shift.closes()).toInstant(offset), segmentEnd);
            if (start.isBefore(end)) {
                found.add(new Opening(start, end));
            }
        }

        @Override
        public Opening next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return found.remove();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
