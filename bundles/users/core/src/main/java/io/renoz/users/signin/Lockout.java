package io.renoz.users.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * USR-04: so many failed tries within a quarter of an hour lock until some time after the last of them.
 *
 * @param tries how many
 * @param lock for how long
 */
record Lockout(int tries, Duration lock) {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** Until when it is locked now, if it is; {@code failures} are the times of failed tries, the newest first. */
    Optional<Instant> until(List<Instant> failures, Instant now) {
        if (failures.size() < tries) {
            return Optional.empty();
        }
        Instant last = failures.get(0);
        Instant end = last.plus(lock);
        boolean together = Duration.between(failures.get(tries - 1), last).compareTo(WINDOW) <= 0;
        return together && now.isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    /** How far back failures matter. */
    Instant since(Instant now) {
        return now.minus(WINDOW).minus(lock);
    }
}
