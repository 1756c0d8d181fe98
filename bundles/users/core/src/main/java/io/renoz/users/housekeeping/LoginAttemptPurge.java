package io.renoz.users.housekeeping;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes tries to sign in that are older than 90 days, every night. */
@Component
public final class LoginAttemptPurge implements Job {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 5_000;
    private static final String REMOVE = "delete from users.login_attempts where organization_id = ?1 and id in"
            + " (select id from users.login_attempts where organization_id = ?1 and created_at < ?2"
            + " order by created_at limit " + BATCH + ")";

    private final Tables tables;
    private final Clock clock;

    @Activate
    public LoginAttemptPurge(@Reference(target = "(domain=users)") Tables tables, @Reference Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "users.purge-login-attempts";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 15));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        int removed = tables.entities()
                .createNativeQuery(REMOVE)
                .setParameter(1, Call.tenant())
                .setParameter(2, Timestamp.from(clock.instant().minus(KEPT)))
                .executeUpdate();
        return removed < BATCH ? Optional.empty() : Optional.of("more");
    }
}
