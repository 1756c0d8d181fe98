package io.renoz.settings.calendar;

import io.renoz.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;

/** Counts in open time. */
final class Counting {

    /** How far ahead it looks. */
    static final int DAYS_AHEAD = 366;

    private final Hours hours;

    Counting(Hours hours) {
        this.hours = hours;
    }

    private static Instant limit(Instant start) {
        return start.plus(Duration.ofDays(DAYS_AHEAD));
    }

    boolean isOpen(Instant moment) {
        return hours.between(moment, moment.plusNanos(1)).hasNext();
    }

    /** SET-13: elapsed time is counted, and only while the calendar is open. */
    Instant plusMinutes(Instant start, int minutes) {
        Duration left = Duration.ofMinutes(minutes);
        for (Iterator<Opening> openings = hours.between(start, limit(start)); openings.hasNext(); ) {
            Opening opening = openings.next();
            if (left.compareTo(opening.length()) <= 0) {
                return opening.start().plus(left);
            }
            left = left.minus(opening.length());
        }
        throw tooFew();
    }

    /** SET-14: the last closing of the n-th open day after the starting date. */
    Instant plusDays(Instant start, int days) {
        LocalDate first = start.atZone(hours.zone()).toLocalDate();
        int left = days;
        for (int ahead = days == 0 ? 0 : 1; ahead <= DAYS_AHEAD; ahead++) {
            Optional<Instant> closing = hours.lastClosing(first.plusDays(ahead)).filter(end -> end.isAfter(start));
            if (closing.isPresent() && --left <= 0) {
                return closing.get();
            }
        }
        throw tooFew();
    }

    private static Problem tooFew() {
        return Problem.of(
                "no-business-hours",
                "The calendar is not open long enough in the " + DAYS_AHEAD + " days that follow.");
    }

    long minutesBetween(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return -minutesBetween(to, from);
        }
        Duration sum = Duration.ZERO;
        for (Iterator<Opening> openings = hours.between(from, to); openings.hasNext(); ) {
            sum = sum.plus(openings.next().length());
        }
        return sum.toMinutes();
    }

    Optional<Instant> nextOpening(Instant from) {
        Instant openUntil = from;
        for (Iterator<Opening> openings = hours.between(from, limit(from)); openings.hasNext(); ) {
            Opening opening = openings.next();
            if (opening.start().isAfter(openUntil)) {
                return Optional.of(opening.start());
            }
            openUntil = opening.end();
        }
        return Optional.empty();
    }

    Optional<Instant> nextClosing(Instant from) {
        Instant limit = limit(from);
        Instant openUntil = null;
        for (Iterator<Opening> openings = hours.between(from, limit); openings.hasNext(); ) {
            Opening opening = openings.next();
            if (openUntil != null && opening.start().isAfter(openUntil)) {
                break;
            }
            openUntil = opening.end();
        }
        return Optional.ofNullable(openUntil).filter(limit::isAfter);
    }
}
