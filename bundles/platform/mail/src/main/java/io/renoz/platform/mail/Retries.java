package io.renoz.platform.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a mail that was not taken is tried again. */
final class Retries {

    private static final List<Integer> MINUTES = List.of(1, 5, 15, 60);

    private Retries() {}

    /** The pause after the given attempt, which is 1 for the first; empty after the last. */
    static Optional<Duration> after(int attempt) {
        return attempt > MINUTES.size() ? Optional.empty() : Optional.of(Duration.ofMinutes(MINUTES.get(attempt - 1)));
    }
}
