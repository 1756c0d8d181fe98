package io.renoz.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a {@link Job} is due: at an interval, once a day at a time of the organization's zone, or when it is asked for. */
public final class Schedule {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Schedule ON_DEMAND = new Schedule(null, null);

    private final @Nullable Duration interval;
    private final @Nullable LocalTime time;

    private Schedule(@Nullable Duration interval, @Nullable LocalTime time) {
        this.interval = interval;
        this.time = time;
    }

    /** So long after the run before was due or, when that is past, after it began; at least a second. */
    public static Schedule every(Duration interval) {
        if (interval.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("A job runs every second at most.");
        }
        return new Schedule(interval, null);
    }

    /** Every day at that time of the organization's zone. */
    public static Schedule dailyAt(LocalTime time) {
        return new Schedule(null, time);
    }

    /**
     * Only when {@link JobScheduler#runNow} or {@link JobScheduler#runAt} ask for it: organizations where nobody asks cost
     * nothing.
     */
    public static Schedule onDemand() {
        return ON_DEMAND;
    }

    /** The first due time after a moment; empty for a job that is due on demand only. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        if (interval != null) {
            return Optional.of(after.plus(interval));
        }
        return Optional.ofNullable(time).map(at -> daily(at, after.atZone(zone)));
    }

    private static Instant daily(LocalTime time, ZonedDateTime after) {
        ZonedDateTime today = after.toLocalDate().atTime(time).atZone(after.getZone());
        return (today.isAfter(after)
                        ? today
                        : after.toLocalDate().plusDays(1).atTime(time).atZone(after.getZone()))
                .toInstant();
    }

    /** In words, as operators read it. */
    @Override
    public String toString() {
        if (interval != null) {
            return "every " + interval;
        }
        return time == null ? "on demand" : "daily " + time;
    }
}
