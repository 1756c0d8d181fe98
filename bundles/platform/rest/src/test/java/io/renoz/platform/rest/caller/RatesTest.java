package io.renoz.platform.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final UUID TOKEN = UUID.randomUUID();

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final Map<String, String> headers = new HashMap<>();
    private final Rates rates = new Rates(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void request(UUID token) {
        rates.count(token, headers::put);
    }

    @Test
    @DisplayName("USR-18: a token makes at most 100 requests a minute, and is told for how long to wait")
    void refusesTheHundredAndFirst() {
        IntStream.range(0, 100).forEach(i -> request(TOKEN));
        now = now.plusSeconds(18);

        assertThatThrownBy(() -> request(TOKEN)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.slug()).isEqualTo("too-many-requests");
            assertThat(problem.members()).containsEntry("retryAfter", 42L);
        });
        assertThat(headers)
                .containsEntry("Retry-After", "42")
                .containsEntry("RateLimit-Remaining", "0")
                .containsEntry("RateLimit-Reset", "42");
        request(UUID.randomUUID());
        now = now.plusSeconds(42);
        request(TOKEN);
    }

    @Test
    @DisplayName("USR-18: every answer to a token tells how many requests are left in this minute")
    void tellsWhatIsLeft() {
        request(TOKEN);
        now = now.plus(Duration.ofSeconds(10));
        request(TOKEN);

        assertThat(headers)
                .containsEntry("RateLimit-Limit", "100")
                .containsEntry("RateLimit-Remaining", "98")
                .containsEntry("RateLimit-Reset", "50")
                .doesNotContainKey("Retry-After");
    }
}
