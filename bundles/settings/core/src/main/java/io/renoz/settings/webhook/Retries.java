package io.renoz.settings.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** SET-23: when what failed is tried again. */
final class Retries {

    /** Events given up in a row that switch a subscription off. */
    static final int MOST_ABANDONED = 20;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** The last attempt. */
    static final int MOST = PAUSES.size() + 1;

    private Retries() {}

    /** The pause after so many attempts; empty when that was the last one. */
    static Optional<Duration> after(int attempts) {
        return attempts >= MOST ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
    }
}
