package io.renoz.platform.outbox.job;

import io.renoz.data.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code platform.scheduled_jobs} and their runs, as the kernel works on them; each method in the transaction it is given. */
final class JobRows {

    static final String LEASE = "interval '5 minutes'";

    private static final String ENLIST = " on conflict (organization_id, name) do update"
            + " set schedule = excluded.schedule, next_run_at = null, updated_at = now(),"
            + " version = scheduled_jobs.version + 1 where scheduled_jobs.schedule <> excluded.schedule";
    private static final String ENLIST_ALL =
            "insert into platform.scheduled_jobs (organization_id, name, module, schedule)"
                    + " select id, ?, ?, ? from settings.organizations where status <> 'closed'" + ENLIST;
    private static final String ENLIST_ENABLED = "insert into platform.scheduled_jobs"
            + " (organization_id, name, module, schedule) select organization_id, ?, module, ?"
            + " from platform.organization_modules where module = ? and wish = 'enabled'" + ENLIST;

    /** A job whose run goes on stays due, and is run when that has ended. */
    private static final String DUE = """
            select j.organization_id, j.id, j.name, j.next_run_at, o.timezone
              from platform.scheduled_jobs j join settings.organizations o on o.id = j.organization_id
             where j.state = 'active' and j.name = any (?) and o.status <> 'closed' and %s
               and not exists (select from platform.scheduled_job_runs r
                                where r.organization_id = j.organization_id and r.scheduled_job_id = j.id
                                  and r.state = 'running')
             order by j.next_run_at limit ? for update of j skip locked
            """;

    private static final String PLAN = "update platform.scheduled_jobs set next_run_at = ?, last_run_at ="
            + " coalesce(?, last_run_at), updated_at = now(), version = version + 1 where organization_id = ? and id = ?";

    private static final String ASK = """
            insert into platform.scheduled_jobs as j (organization_id, name, module, schedule, next_run_at)
            values (?, ?, ?, ?, greatest(?, now()))
            on conflict (organization_id, name) do update
              set next_run_at = excluded.next_run_at, updated_at = now(), version = j.version + 1
            where j.next_run_at is null or j.next_run_at > excluded.next_run_at
            """;

    /** A moment that was asked for again after its run is a due time of its own. */
    private static final String BEGIN = """
            insert into platform.scheduled_job_runs
              (organization_id, id, scheduled_job_id, due_at, node_name, lease_epoch, lease_until, started_at)
            select j.organization_id, ?, j.id,
                   case when exists (select from platform.scheduled_job_runs r
                                      where r.organization_id = j.organization_id and r.scheduled_job_id = j.id
                                        and r.due_at = ?)
                        then clock_timestamp() else ? end,
                   ?, 1, now() + %s, now()
              from platform.scheduled_jobs j where j.organization_id = ? and j.id = ?
            """.formatted(LEASE);

    private static final String RENEW =
            "update platform.scheduled_job_runs set lease_until = clock_timestamp() + " + LEASE
                    + ", updated_at = now(), version = version + 1"
                    + " where organization_id = ? and id = ? and state = 'running' and lease_until > clock_timestamp()";

    private static final String END = "update platform.scheduled_job_runs set state = ?, message = ?, finished_at ="
            + " clock_timestamp(), updated_at = now(), version = version + 1"
            + " where organization_id = ? and id = ? and state = 'running'";

    private static final String SUCCEEDED = "update platform.scheduled_jobs set last_success_at = now(),"
            + " consecutive_failures = 0, updated_at = now(), version = version + 1 where organization_id = ? and id = ?";

    private static final String FAILED = "update platform.scheduled_jobs set consecutive_failures ="
            + " consecutive_failures + 1, updated_at = now(), version = version + 1 where organization_id = ? and id = ?";

    /** PLT-11: what a dead node had begun is made up once; a row that is locked belongs to a batch that still runs. */
    private static final String ABANDON = """
            with dead as (
              select organization_id, id from platform.scheduled_job_runs
               where state = 'running' and lease_until < now() for update skip locked),
            lost as (
              update platform.scheduled_job_runs r
                 set state = 'abandoned', finished_at = now(), message = 'Its node went away.', updated_at = now(),
                     version = r.version + 1
                from dead where r.organization_id = dead.organization_id and r.id = dead.id
              returning r.organization_id, r.scheduled_job_id)
            update platform.scheduled_jobs j set next_run_at = now(), updated_at = now(), version = j.version + 1
              from lost where j.organization_id = lost.organization_id and j.id = lost.scheduled_job_id
            """;

    private static final int MESSAGE_LENGTH = 2000;

    private JobRows() {}

    /** A job that is due, or has no due time yet. */
    record Due(UUID organization, UUID id, String name, Instant at, ZoneId zone) {}

    /** Makes the rows of organizations that have none; a job whose schedule has changed gets a new due time. */
    static void enlist(Connection connection, KnownJob job, boolean core) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(core ? ENLIST_ALL : ENLIST_ENABLED)) {
            statement.setString(1, job.name());
            statement.setString(core ? 3 : 2, job.schedule().toString());
            statement.setString(core ? 2 : 3, job.module());
            statement.executeUpdate();
        }
    }

    static List<Due> due(Connection connection, String[] names, int limit) throws SQLException {
        return due(connection, names, limit, "j.next_run_at <= now()");
    }

    static List<Due> unplanned(Connection connection, String[] names, int limit) throws SQLException {
        return due(connection, names, limit, "j.next_run_at is null");
    }

    private static List<Due> due(Connection connection, String[] names, int limit, String when) throws SQLException {
        var due = new ArrayList<Due>();
        try (PreparedStatement statement = connection.prepareStatement(DUE.formatted(when))) {
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    OffsetDateTime at = rows.getObject(4, OffsetDateTime.class);
                    due.add(new Due(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            at == null ? Instant.EPOCH : at.toInstant(),
                            zone(rows.getString(5))));
                }
            }
        }
        return due;
    }

    /** An unknown zone must not stop the work of everybody else. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** Makes a job due at a moment or, when that is past, now; a time before that stays. */
    static void ask(Connection connection, UUID organization, KnownJob job, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            statement.setObject(1, organization);
            statement.setString(2, job.name());
            statement.setString(3, job.module());
            statement.setString(4, job.schedule().toString());
            statement.setObject(5, moment.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    static void plan(Connection connection, Due job, @Nullable Instant next, @Nullable Instant began)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLAN)) {
            statement.setObject(1, next == null ? null : next.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(
                    2, began == null ? null : began.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setObject(3, job.organization());
            statement.setObject(4, job.id());
            statement.executeUpdate();
        }
    }

    static Run begin(Connection connection, Due job, String node) throws SQLException {
        var run = new Run(job.organization(), Ids.next(), job.id(), job.name());
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setObject(1, run.id());
            statement.setObject(2, job.at().atOffset(ZoneOffset.UTC));
            statement.setObject(3, job.at().atOffset(ZoneOffset.UTC));
            statement.setString(4, node);
            statement.setObject(5, run.organization());
            statement.setObject(6, run.job());
            statement.executeUpdate();
        }
        return run;
    }

    /** Whether the lease is still ours; held to the end of the transaction, so that nobody can take it meanwhile. */
    static boolean renew(Connection connection, Run run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setObject(1, run.organization());
            statement.setObject(2, run.id());
            return statement.executeUpdate() == 1;
        }
    }

    static void succeeded(Connection connection, Run run) throws SQLException {
        if (end(connection, run, "finished", null)) {
            touch(connection, SUCCEEDED, run);
        }
    }

    static void failed(Connection connection, Run run, String message) throws SQLException {
        if (end(connection, run, "failed", message)) {
            touch(connection, FAILED, run);
        }
    }

    private static boolean end(Connection connection, Run run, String state, @Nullable String message)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setString(1, state);
            statement.setString(
                    2,
                    message != null && message.length() > MESSAGE_LENGTH
                            ? message.substring(0, MESSAGE_LENGTH)
                            : message);
            statement.setObject(3, run.organization());
            statement.setObject(4, run.id());
            return statement.executeUpdate() == 1;
        }
    }

    private static void touch(Connection connection, String sql, Run run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, run.organization());
            statement.setObject(2, run.job());
            statement.executeUpdate();
        }
    }

    /** Gives up a run so that it is made up at once, here or elsewhere. */
    static void giveUp(Connection connection, Run run) throws SQLException {
        if (end(connection, run, "abandoned", "Its node stopped.")) {
            touch(
                    connection,
                    "update platform.scheduled_jobs set next_run_at = now() where organization_id = ? and id = ?",
                    run);
        }
    }

    static void abandon(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ABANDON)) {
            statement.executeUpdate();
        }
    }
}
