package io.renoz.activities.log;

import static io.renoz.activities.ActivitySettings.LEAST_RETENTION_DAYS;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Call;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.module.Partners;
import io.renoz.settings.api.SettingsReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ACT-11: removes entries past their time, every night, and writes down how many and from when; nothing else removes any. */
@Component
public final class Retention implements Job {

    /** What the owner's function removes at most. */
    private static final int BATCH = 10_000;

    private static final String OLDEST = "select min(created_at) from activities.activities where organization_id = ?";
    private static final String REMOVE = "select activities.remove_expired(?)";

    private final DataSource database;
    private final Partners partners;
    private final AuditTrail trail;
    private final Clock clock;

    @Activate
    public Retention(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference Partners partners,
            @Reference AuditTrail trail,
            @Reference Clock clock) {
        this.database = database;
        this.partners = partners;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "activities.apply-retention";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 0));
    }

    /** One batch with the entry that tells of it, so that whatever is gone has been told. */
    @Override
    public Optional<String> run(Optional<String> from) {
        int days = days();
        Instant until = clock.instant().minus(Duration.ofDays(days));
        Optional<Instant> oldest = oldest().filter(until::isAfter);
        int removed = oldest.isPresent() ? remove(days) : 0;
        if (removed > 0) {
            trail.recordBulk(
                    AuditEntry.of("activities", "organization", Call.tenant(), Action.DELETED)
                            .telling("activities.activity.expired", "Removed entries past their time")
                            .with(Map.of("from", oldest.orElse(until), "until", until)),
                    removed);
        }
        return removed < BATCH ? Optional.empty() : Optional.of("more");
    }

    /** What the organization wants, and never less than seven years. */
    private int days() {
        int wanted = partners.find(SettingsReader.class)
                .map(settings -> settings.getInt("activities", "retention_days"))
                .orElse(LEAST_RETENTION_DAYS);
        return Math.max(wanted, LEAST_RETENTION_DAYS);
    }

    private Optional<Instant> oldest() {
        return ask(OLDEST, Call.tenant(), row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant));
    }

    private int remove(int days) {
        return ask(REMOVE, days, row -> row.getInt(1));
    }

    /** Reads the one row of an answer. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> T ask(String sql, Object value, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return reader.read(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
