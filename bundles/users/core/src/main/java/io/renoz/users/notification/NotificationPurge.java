package io.renoz.users.notification;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.settings.api.SettingsReader;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes notifications past their time, every night. */
@Component
public final class NotificationPurge implements Job {

    private static final int BATCH = 5_000;
    private static final String REMOVE = "delete from users.notifications where organization_id = ?1 and id in"
            + " (select id from users.notifications where organization_id = ?1 and created_at < ?2"
            + " order by created_at limit " + BATCH + ")";

    private final Tables tables;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public NotificationPurge(
            @Reference(target = "(domain=users)") Tables tables,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "users.purge-notifications";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 30));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        Duration kept = Duration.ofDays(settings.getInt("users", "notification_retention_days"));
        int removed = tables.entities()
                .createNativeQuery(REMOVE)
                .setParameter(1, Call.tenant())
                .setParameter(2, Timestamp.from(clock.instant().minus(kept)))
                .executeUpdate();
        return removed < BATCH ? Optional.empty() : Optional.of("more");
    }
}
