package io.renoz.users.housekeeping;

import static io.renoz.users.Workbench.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.users.Workbench;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HousekeepingIT {

    private final Workbench bench = new Workbench();
    private final SessionEnds ends = new SessionEnds(bench.sessions);
    private final LoginAttemptPurge purge = new LoginAttemptPurge(TABLES, bench.clock());

    private void session(String token, Duration idle, Duration most) {
        Instant now = bench.clock().instant();
        bench.run(() -> TABLES.entities()
                .createNativeQuery("insert into users.user_sessions (organization_id, user_id, session_token_hash,"
                        + " created_at, last_active_at, idle_expires_at, expires_at)"
                        + " values (?1, ?2, ?3, ?4, ?4, ?5, ?6)")
                .setParameter(1, bench.organization)
                .setParameter(2, bench.owner)
                .setParameter(3, token)
                .setParameter(4, Timestamp.from(now))
                .setParameter(5, Timestamp.from(now.plus(idle)))
                .setParameter(6, Timestamp.from(now.plus(most)))
                .executeUpdate());
    }

    private List<?> sessions() {
        return bench.system(() -> TABLES.entities()
                .createNativeQuery("select end_reason from users.user_sessions where organization_id = ?1"
                        + " order by session_token_hash")
                .setParameter(1, bench.organization)
                .getResultList());
    }

    @Test
    @DisplayName("USR-06: sessions that are over are marked, told, and removed a month later")
    void tidiesSessionsUp() {
        session("a", Duration.ofHours(1), Duration.ofDays(30));
        session("b", Duration.ofHours(2), Duration.ofHours(2));
        session("c", Duration.ofDays(30), Duration.ofDays(90));
        bench.pass(Duration.ofHours(3));
        assertThat(bench.system(() -> ends.run(Optional.empty()))).isEmpty();
        bench.system(() -> ends.run(Optional.empty()));

        assertThat(sessions()).map(String::valueOf).containsExactly("idle", "expired", "null");
        assertThat(bench.told("users.session.ended")).isEqualTo(2);
        bench.pass(Duration.ofDays(29));
        bench.system(() -> ends.run(Optional.empty()));
        assertThat(sessions()).hasSize(3);
        bench.pass(Duration.ofDays(2));
        bench.system(() -> ends.run(Optional.empty()));
        assertThat(sessions()).hasSize(1);
    }

    @Test
    void forgetsTriesToSignInAfterNinetyDays() {
        bench.run(() -> TABLES.entities()
                .createNativeQuery("insert into users.login_attempts (organization_id, email, outcome)"
                        + " values (?1, 'who@acme.example', 'bad_credentials')")
                .setParameter(1, bench.organization)
                .executeUpdate());
        bench.pass(Duration.ofDays(89));
        bench.system(() -> purge.run(Optional.empty()));
        assertThat(attempts()).isEqualTo(1);
        bench.pass(Duration.ofDays(2));
        bench.system(() -> purge.run(Optional.empty()));
        assertThat(attempts()).isZero();
    }

    private long attempts() {
        return bench.system(() -> ((Number) TABLES.entities()
                        .createNativeQuery("select count(*) from users.login_attempts where organization_id = ?1")
                        .setParameter(1, bench.organization)
                        .getSingleResult())
                .longValue());
    }
}
