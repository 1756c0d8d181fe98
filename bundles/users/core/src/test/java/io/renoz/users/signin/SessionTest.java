package io.renoz.users.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Request;
import io.renoz.users.api.Authentication.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1";

    private static Session session(boolean remembered) {
        var request = new Request(UUID.randomUUID(), Optional.empty(), Optional.of("10.0.0.1"), Optional.of(PHONE));
        return new Session(UUID.randomUUID(), "hash", remembered, Session.Life.of(remembered, 12, 30), request, NOW);
    }

    @Test
    @DisplayName("USR-06: it ends after 12 hours without use and at the latest after 30 days")
    void endsByItself() {
        Session session = session(false);

        assertThat(session.idleExpiresAt).isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(session.expiresAt).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    @DisplayName("USR-06: remembered, after 30 days without use and at the latest after 90")
    void lastsLongerWhenRemembered() {
        Session session = session(true);

        assertThat(session.idleExpiresAt).isEqualTo(NOW.plus(Duration.ofDays(30)));
        assertThat(session.expiresAt).isEqualTo(NOW.plus(Duration.ofDays(90)));
    }

    @Test
    void endsOnce() {
        Session session = session(false);

        assertThat(session.end(Reason.LOGOUT, NOW)).isTrue();
        assertThat(session.end(Reason.TERMINATED, NOW.plusSeconds(1))).isFalse();
        assertThat(session.endReason).isEqualTo(Reason.LOGOUT);
        assertThat(session.endedAt).isEqualTo(NOW);
    }

    @Test
    void recognisesDevices() {
        assertThat(Device.of(PHONE)).isEqualTo(new Device(Device.Type.MOBILE, "iPhone", "Safari"));
        assertThat(Device.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0"))
                .isEqualTo(new Device(Device.Type.DESKTOP, "Windows", "Edge"));
        assertThat(Device.of("curl/8.5").type()).isEqualTo(Device.Type.API);
        assertThat(Device.of("").type()).isEqualTo(Device.Type.UNKNOWN);
    }
}
