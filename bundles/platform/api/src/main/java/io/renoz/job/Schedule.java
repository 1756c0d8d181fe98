package io.renoz.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a {@link Job} is due: at an interval, or once a day at a time of the organization's zone. */
public final class Schedule {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Optional<Duration> interval;
    private final LocalTime time;

    private Schedule(Optional<Duration> interval, LocalTime time) {
        this.interval = interval;
        this.time = time;
    }

    /** So long after the run before was due or, when that is past, after it began; at least a second. */
    public static Schedule every(Duration interval) {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("A job runs every second at most.");
        }
        return new Schedule(Optional.of(interval), LocalTime.MIDNIGHT);
    }

    /** Every day at that time of the organization's zone. */
    public static Schedule dailyAt(LocalTime time) {
        return new Schedule(Optional.empty(), time);
    }

    /** The first due time after a moment. */
    public Instant next(Instant after, ZoneId zone) {
        if (interval.isPresent()) {
            return after.plus(interval.get());
        }
        ZonedDateTime local = after.atZone(zone);
        ZonedDateTime today = local.toLocalDate().atTime(time).atZone(zone);
        return (today.toInstant().isAfter(after)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(time).atZone(zone))
                .toInstant();
    }

    /** In words, as operators read it. */
    @Override
    public String toString() {
        return interval.map(length -> "every " + length).orElseGet(() -> "daily " + time);
    }
}
