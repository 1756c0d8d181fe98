package io.renoz.users.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    private static final Lockout FIVE = new Lockout(5, Duration.ofMinutes(15));

    /** Failures so many minutes before noon, the newest first. */
    private static List<Instant> failures(int... minutes) {
        return Arrays.stream(minutes)
                .mapToObj(before -> NOON.minus(Duration.ofMinutes(before)))
                .toList();
    }

    @Test
    @DisplayName("USR-04: five failures within a quarter of an hour lock until a quarter after the fifth")
    void locksAfterFive() {
        assertThat(FIVE.until(failures(1, 2, 3, 4, 15), NOON)).contains(NOON.plus(Duration.ofMinutes(14)));
    }

    @Test
    @DisplayName("USR-04: four do not, nor five over a longer time")
    void doesNotLockBefore() {
        assertThat(FIVE.until(failures(1, 2, 3, 4), NOON)).isEmpty();
        assertThat(FIVE.until(failures(1, 2, 3, 4, 17), NOON)).isEmpty();
    }

    @Test
    @DisplayName("USR-04: it stays locked although the first of the five is long ago, and then opens")
    void opensInTime() {
        assertThat(FIVE.until(failures(14, 15, 16, 17, 29), NOON)).contains(NOON.plus(Duration.ofMinutes(1)));
        assertThat(FIVE.until(failures(15, 16, 17, 18, 19), NOON)).isEmpty();
    }

    @Test
    void looksAsFarBackAsItMatters() {
        assertThat(FIVE.since(NOON)).isEqualTo(NOON.minus(Duration.ofMinutes(30)));
    }
}
