package io.renoz.settings.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final UUID ACME = UUID.randomUUID();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it wraps around without harm
    private final AtomicInteger questions = new AtomicInteger();
    private Map<UUID, String> obstacles = Map.of();
    private final Standing standing = new Standing(
            () -> {
                questions.incrementAndGet();
                return obstacles;
            },
            nanos::get);

    private void pass(int millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    @DisplayName("SET-03: a change on another node is in force within a second")
    void hearsOfChangesElsewhere() {
        assertThat(standing.obstacle(ACME)).isEmpty();
        obstacles = Map.of(ACME, "organization-suspended");
        pass(1000);

        assertThat(standing.obstacle(ACME)).contains("organization-suspended");
    }

    @Test
    @DisplayName("SET-03: a change on this node is in force at once")
    void hearsOfChangesHere() {
        assertThat(standing.obstacle(ACME)).isEmpty();
        obstacles = Map.of(ACME, "organization-closed");
        standing.forget();

        assertThat(standing.obstacle(ACME)).contains("organization-closed");
    }

    @Test
    void asksOnceForManyRequests() {
        for (int i = 0; i < 1000; i++) {
            standing.obstacle(UUID.randomUUID());
        }

        assertThat(questions).hasValue(1);
    }
}
