package io.renoz.platform.rest.caller;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.renoz.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * USR-18: an API token makes at most 100 requests a minute, counted from its first. Each node counts for itself, so that a
 * request asks nobody: a token that is spread over several nodes may make as many on each of them. Thread-safe.
 */
final class Rates {

    static final int MOST = 100;

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int TOKENS = 50_000;

    private final LoadingCache<UUID, Bucket> buckets;

    Rates(Clock clock) {
        var meter = new Meter(clock);
        buckets = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(token -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(MOST).refillIntervally(MOST, WINDOW))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    /**
     * Counts a request, and tells in headers how many are left for how many seconds.
     *
     * @throws Problem {@code too-many-requests}
     */
    void count(UUID token, BiConsumer<String, String> headers) {
        ConsumptionProbe probe = buckets.get(token).tryConsumeAndReturnRemaining(1);
        long seconds = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForReset() + 999_999_999));
        headers.accept("RateLimit-Limit", String.valueOf(MOST));
        headers.accept("RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()));
        headers.accept("RateLimit-Reset", String.valueOf(seconds));
        if (!probe.isConsumed()) {
            headers.accept("Retry-After", String.valueOf(seconds));
            throw Problem.of("too-many-requests", "A token makes at most " + MOST + " requests a minute.")
                    .with("retryAfter", seconds);
        }
    }

    /** The platform's clock for buckets. */
    private record Meter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
