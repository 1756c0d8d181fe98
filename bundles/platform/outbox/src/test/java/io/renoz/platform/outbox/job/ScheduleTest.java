package io.renoz.platform.outbox.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.job.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private final Schedule nightly = Schedule.dailyAt(LocalTime.of(2, 30));

    @Test
    void comesAtItsTimeOfTheOrganizationsZone() {
        assertThat(nightly.next(Instant.parse("2026-01-10T12:00:00Z"), SYDNEY))
                .contains(Instant.parse("2026-01-10T15:30:00Z"));
        assertThat(nightly.next(Instant.parse("2026-01-10T15:30:00Z"), SYDNEY))
                .contains(Instant.parse("2026-01-11T15:30:00Z"));
    }

    @Test
    void comesOnceInANightWithoutThatTimeAndOnceInANightThatHasItTwice() {
        assertThat(nightly.next(Instant.parse("2026-10-03T14:00:00Z"), SYDNEY))
                .contains(Instant.parse("2026-10-03T16:30:00Z"));
        Instant twice =
                nightly.next(Instant.parse("2026-04-04T14:00:00Z"), SYDNEY).orElseThrow();
        assertThat(twice).isEqualTo("2026-04-04T15:30:00Z");
        assertThat(nightly.next(twice, SYDNEY)).contains(Instant.parse("2026-04-05T16:30:00Z"));
    }

    @Test
    void saysItselfInWords() {
        assertThat(nightly).hasToString("daily 02:30");
        assertThat(Schedule.every(Duration.ofMinutes(5))).hasToString("every PT5M");
        assertThat(Schedule.every(Duration.ofMinutes(5)).next(Instant.EPOCH, SYDNEY))
                .contains(Instant.parse("1970-01-01T00:05:00Z"));
    }

    @Test
    void isNeverDueByItselfOnDemand() {
        assertThat(Schedule.onDemand().next(Instant.EPOCH, SYDNEY)).isEmpty();
        assertThat(Schedule.onDemand()).hasToString("on demand");
    }
}
