package io.renoz.users.reset;

import io.renoz.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many times an hour for each name, known or unknown, on this node. Names that were used longest ago are forgotten when there
 * are too many. Thread-safe.
 */
final class Allowance {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int NAMES = 20_000;

    private final int most;

    /** Those used longest ago first. */
    private final Map<String, Deque<Instant>> uses = new LinkedHashMap<>();

    Allowance(int most) {
        this.most = most;
    }

    /**
     * Uses one up.
     *
     * @throws Problem {@code too-many-attempts} when there is none left
     */
    synchronized void use(String name, Instant now) {
        Deque<Instant> known = uses.remove(name);
        Deque<Instant> times = known == null ? new ArrayDeque<>() : known;
        uses.put(name, times);
        if (uses.size() > NAMES) {
            uses.remove(uses.keySet().iterator().next());
        }
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(WINDOW))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            long seconds = Duration.between(now, times.peekFirst().plus(WINDOW)).toSeconds() + 1;
            throw Problem.of("too-many-attempts", "That was asked for too often; wait a while.")
                    .with("retryAfter", Math.max(1, seconds));
        }
        times.addLast(now);
    }
}
