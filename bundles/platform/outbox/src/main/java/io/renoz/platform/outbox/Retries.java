package io.renoz.platform.outbox;

import java.time.Duration;
import java.util.List;

/** PLT-07: when a delivery that failed is tried again. */
final class Retries {

    static final int MOST = 12;

    private static final List<Integer> SECONDS = List.of(1, 5, 15, 30, 60);
    private static final Duration LATER = Duration.ofHours(1);

    private Retries() {}

    /** The pause after the given attempt, which is 1 for the first. */
    static Duration after(int attempt) {
        return attempt <= SECONDS.size() ? Duration.ofSeconds(SECONDS.get(attempt - 1)) : LATER;
    }
}
