package io.renoz.platform.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Actor;
import io.renoz.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrincipalCacheTest {

    private static final UUID ORGANIZATION = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");
    private Instant now = NOW;
    private final PrincipalCache cache = new PrincipalCache(new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });
    private final AtomicInteger lookUps = new AtomicInteger();

    @BeforeEach
    void listens() {
        cache.hear(true);
    }

    private Optional<Principal> ask(Instant expires) {
        return cache.find("token", () -> {
            lookUps.incrementAndGet();
            return Optional.of(new Principal(ORGANIZATION, Actor.system("test"), Set.of(), expires));
        });
    }

    @Test
    void asksOnce() {
        ask(NOW.plusSeconds(60));
        ask(NOW.plusSeconds(60));

        assertThat(lookUps).hasValue(1);
    }

    @Test
    void asksAgainWhenItWasToldToForget() {
        ask(NOW.plusSeconds(60));
        cache.forget(new UUID(2, 2));
        ask(NOW.plusSeconds(60));
        assertThat(lookUps).hasValue(1);

        cache.forget(ORGANIZATION);
        ask(NOW.plusSeconds(60));

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void keepsNothingThatWasLookedUpWhileItWasToldToForget() {
        cache.find("token", () -> {
            cache.forget(ORGANIZATION);
            return Optional.of(new Principal(ORGANIZATION, Actor.system("test"), Set.of(), NOW.plusSeconds(60)));
        });
        ask(NOW.plusSeconds(60));

        assertThat(lookUps).hasValue(1);
    }

    @Test
    void keepsNothingWhileItCannotHearOthers() {
        cache.hear(false);
        ask(NOW.plusSeconds(60));
        ask(NOW.plusSeconds(60));

        assertThat(lookUps).hasValue(2);
    }

    @Test
    void refusesWhatHasExpired() {
        assertThat(ask(NOW)).isEmpty();
    }

    @Test
    void asksAgainWhoHasExpiredSinceUsePutsTheEndOff() {
        ask(NOW.plusSeconds(30));
        now = NOW.plusSeconds(40);

        assertThat(ask(NOW.plusSeconds(70))).isPresent();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void asksForUnknownTokensEachTime() {
        cache.find("wrong", Optional::empty);
        var asked = new AtomicInteger();
        cache.find("wrong", () -> {
            asked.incrementAndGet();
            return Optional.empty();
        });

        assertThat(asked).hasValue(1);
    }
}
