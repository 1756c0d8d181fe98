package io.renoz.platform.outbox.job;

import io.renoz.data.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code platform.scheduled_jobs} and their runs, as the kernel works on them; each method in the transaction it is given. */
final class JobRows {

    static final String LEASE = "interval '5 minutes'";

    private static final String ENLIST = """
            insert into platform.scheduled_jobs (organization_id, name, module, schedule)
            select o.id, ?, ?, ? from %s
             where not exists (select from platform.scheduled_jobs j
                                where j.organization_id = o.id and j.name = ? and j.schedule = ?)
            on conflict (organization_id, name) do update
              set schedule = excluded.schedule, next_run_at = null, updated_at = now(), version = scheduled_jobs.version + 1
            """;
    private static final String ENLIST_ALL =
            ENLIST.formatted("settings.organizations o").replace("where not", "where o.status <> 'closed' and not");
    private static final String ENLIST_ENABLED =
            ENLIST.formatted("(select organization_id as id from platform.organization_modules"
                    + " where module = ? and wish = 'enabled') o");

    /** A job that the engine does not know, because its rows are older than the engine, has no time either. */
    private static final String FORGET_TIMES = """
            update platform.scheduled_jobs j set next_run_at = null
             where j.next_run_at is not null and j.state = 'active' and j.name = any (?)
               and not exists (select from platform.job_executions e
                                where e.organization = j.organization_id and e.job = j.name
                                  and e.task_instance = j.name || '/' || j.organization_id)
            """;

    private static final String UNPLANNED = """
            select j.organization_id, j.id, j.name, o.timezone
              from platform.scheduled_jobs j join settings.organizations o on o.id = j.organization_id
             where j.state = 'active' and j.name = any (?) and o.status <> 'closed' and j.next_run_at is null
             limit ? for update of j skip locked
            """;

    private static final String LOCK = """
            select j.id, j.state, o.timezone, o.status, r.id
              from platform.scheduled_jobs j join settings.organizations o on o.id = j.organization_id
              left join platform.scheduled_job_runs r on r.organization_id = j.organization_id
                and r.scheduled_job_id = j.id and r.state = 'running'
             where j.organization_id = ? and j.name = ? limit 1 for update of j
            """;

    private static final String PLAN = "update platform.scheduled_jobs set next_run_at = ?, last_run_at ="
            + " coalesce(?, last_run_at), updated_at = now(), version = version + 1 where organization_id = ? and id = ?";

    private static final String ENDED =
            "select exists (select from platform.scheduled_job_runs where organization_id = ?"
                    + " and scheduled_job_id = ? and (id = ? or (?::uuid is null and due_at = ?)) and state in ('finished', 'failed'))";

    private static final String TAKEN =
            "select exists (select from platform.scheduled_job_runs where organization_id = ? and (id = ? or"
                    + " (scheduled_job_id = ? and due_at = ?)))";

    private static final String BEGIN = """
            insert into platform.scheduled_job_runs
              (organization_id, id, scheduled_job_id, due_at, node_name, lease_epoch, lease_until, started_at)
            values (?, ?, ?, coalesce(?, clock_timestamp()), ?, 1, now() + %s, clock_timestamp())
            """.formatted(LEASE);

    private static final String RENEW =
            "update platform.scheduled_job_runs set lease_until = clock_timestamp() + " + LEASE
                    + ", updated_at = now(), version = version + 1"
                    + " where organization_id = ? and id = ? and state = 'running' and lease_until > clock_timestamp()";

    /** PLT-11: a row that is locked belongs to a batch that still runs. */
    private static final String LOSE = """
            update platform.scheduled_job_runs r
               set state = 'abandoned', finished_at = now(), message = 'Its node went away.', updated_at = now(),
                   version = r.version + 1
             where r.organization_id = ? and r.id in (
               select d.id from platform.scheduled_job_runs d
                where d.organization_id = ? and d.id = ? and d.state = 'running' for update skip locked)
            """;

    /** PLT-11: what a dead node had begun, and no other has its hands on, is made up once. */
    private static final String ABANDON = """
            with dead as (
              select r.organization_id, r.id, j.name
                from platform.scheduled_job_runs r
                join platform.scheduled_jobs j on j.organization_id = r.organization_id and j.id = r.scheduled_job_id
               where r.state = 'running' and r.lease_until < now()
                 and not exists (select from platform.job_executions e
                                  where e.organization = r.organization_id and e.job = j.name and e.picked)
                 for update of r skip locked),
            lost as (
              update platform.scheduled_job_runs r
                 set state = 'abandoned', finished_at = now(), message = 'Its node went away.', updated_at = now(),
                     version = r.version + 1
                from dead where r.organization_id = dead.organization_id and r.id = dead.id
              returning r.organization_id, dead.name)
            insert into platform.job_executions (task_name, task_instance, execution_time)
            select 'job', name || '/' || organization_id || '/' || platform.uuid_v7(), now() from lost
            """;

    private static final String END = """
            with ended as (
              update platform.scheduled_job_runs set state = ?, message = left(?, 2000), finished_at = clock_timestamp(),
                     updated_at = now(), version = version + 1
               where organization_id = ? and id = ? and state = 'running' returning organization_id, state)
            update platform.scheduled_jobs j
               set last_success_at = case when e.state = 'finished' then now() else j.last_success_at end,
                   consecutive_failures = case e.state when 'finished' then 0 when 'failed' then j.consecutive_failures + 1
                                               else j.consecutive_failures end,
                   updated_at = now(), version = j.version + 1
              from ended e where j.organization_id = e.organization_id and j.id = ?
            """;

    private JobRows() {}

    /** A job without a time. */
    record Unplanned(UUID organization, UUID id, String name, ZoneId zone) {}

    /** A job with its next time. */
    record Planned(UUID organization, UUID id, String name, Instant next) {}

    /** A job whose row nobody else can have at the moment, and the run of it that goes on. */
    record Locked(UUID id, boolean active, boolean closed, ZoneId zone, Optional<UUID> running) {}

    /** Makes the rows of organizations that have none; a job whose schedule has changed loses its time. */
    static void enlist(Connection connection, KnownJob job, boolean core) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(core ? ENLIST_ALL : ENLIST_ENABLED)) {
            int next = 1;
            statement.setString(next++, job.name());
            statement.setString(next++, job.module());
            statement.setString(next++, job.schedule().toString());
            if (!core) {
                statement.setString(next++, job.module());
            }
            statement.setString(next++, job.name());
            statement.setString(next, job.schedule().toString());
            statement.executeUpdate();
        }
    }

    static void forgetTimes(Connection connection, String[] names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_TIMES)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.executeUpdate();
        }
    }

    static List<Unplanned> unplanned(Connection connection, String[] names, int limit) throws SQLException {
        var unplanned = new ArrayList<Unplanned>();
        try (PreparedStatement statement = connection.prepareStatement(UNPLANNED)) {
            statement.setArray(1, connection.createArrayOf("text", names));
            statement.setInt(2, limit);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    unplanned.add(new Unplanned(
                            rows.getObject(1, UUID.class),
                            rows.getObject(2, UUID.class),
                            rows.getString(3),
                            zone(rows.getString(4))));
                }
            }
        }
        return unplanned;
    }

    /** An unknown zone must not stop the work of everybody else. */
    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    static Optional<Locked> lock(Connection connection, Instance instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setObject(1, instance.organization());
            statement.setString(2, instance.job());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Locked(
                                rows.getObject(1, UUID.class),
                                rows.getString(2).equals("active"),
                                rows.getString(4).equals("closed"),
                                zone(rows.getString(3)),
                                Optional.ofNullable(rows.getObject(5, UUID.class))))
                        : Optional.empty();
            }
        }
    }

    /** Writes down when jobs are due next. */
    static void plan(Connection connection, List<Planned> planned) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLAN)) {
            for (Planned job : planned) {
                plan(statement, job.organization(), job.id(), job.next(), null);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void plan(
            Connection connection, UUID organization, UUID job, @Nullable Instant next, @Nullable Instant began)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLAN)) {
            plan(statement, organization, job, next, began);
            statement.executeUpdate();
        }
    }

    static void began(Connection connection, UUID organization, UUID job, Instant began) throws SQLException {
        String sql = "update platform.scheduled_jobs set last_run_at = ?, updated_at = now(), version = version + 1"
                + " where organization_id = ? and id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, began.atOffset(ZoneOffset.UTC));
            statement.setObject(2, organization);
            statement.setObject(3, job);
            statement.executeUpdate();
        }
    }

    private static void plan(
            PreparedStatement statement, UUID organization, UUID job, @Nullable Instant next, @Nullable Instant began)
            throws SQLException {
        statement.setObject(1, next == null ? null : next.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(2, began == null ? null : began.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(3, organization);
        statement.setObject(4, job);
    }

    /** Whether an execution has led to a run that came to its end. */
    static boolean ended(Connection connection, Instance instance, UUID job, Instant due) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENDED)) {
            statement.setObject(1, instance.organization());
            statement.setObject(2, job);
            statement.setObject(3, instance.ask().orElse(null));
            statement.setObject(4, instance.ask().orElse(null));
            statement.setObject(5, due.atOffset(ZoneOffset.UTC));
            return yes(statement);
        }
    }

    /** Begins a run; what is made up, since its run was abandoned, becomes a run of its own. */
    static Run begin(Connection connection, Instance instance, UUID job, Instant due, String node) throws SQLException {
        UUID id = instance.ask().orElseGet(Ids::next);
        boolean taken;
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            statement.setObject(1, instance.organization());
            statement.setObject(2, id);
            statement.setObject(3, job);
            statement.setObject(4, due.atOffset(ZoneOffset.UTC));
            taken = yes(statement);
        }
        var run = new Run(instance.organization(), taken ? Ids.next() : id, job, instance.job());
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setObject(1, run.organization());
            statement.setObject(2, run.id());
            statement.setObject(3, job);
            statement.setObject(4, taken ? null : due.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            statement.setString(5, node);
            statement.executeUpdate();
        }
        return run;
    }

    private static boolean yes(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Whether the lease is still ours; held to the end of the transaction, so that nobody can take it meanwhile. */
    static boolean renew(Connection connection, Run run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RENEW)) {
            statement.setObject(1, run.organization());
            statement.setObject(2, run.id());
            return statement.executeUpdate() == 1;
        }
    }

    static void end(Connection connection, Run run, String state, @Nullable String message) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setString(1, state);
            statement.setString(2, message);
            statement.setObject(3, run.organization());
            statement.setObject(4, run.id());
            statement.setObject(5, run.job());
            statement.executeUpdate();
        }
    }

    /** Takes the lease from a run whose node is dead; not while a batch of it still works. */
    static boolean lose(Connection connection, UUID organization, UUID run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOSE)) {
            statement.setObject(1, organization);
            statement.setObject(2, organization);
            statement.setObject(3, run);
            return statement.executeUpdate() == 1;
        }
    }

    static void abandon(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ABANDON)) {
            statement.executeUpdate();
        }
    }
}
