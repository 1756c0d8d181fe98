package io.renoz.platform.outbox.job;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** {@code platform.job_executions}, where the platform puts in and takes out what db-scheduler carries out. */
final class Executions {

    static final String TABLE = "platform.job_executions";

    /** The one task that db-scheduler knows of. */
    static final String TASK = "job";

    /** When what waits for its module to come is due. */
    static final Instant PARKED = Instant.parse("9999-01-01T00:00:00Z");

    private static final String PLAN =
            "insert into platform.job_executions as e (task_name, task_instance, execution_time)"
                    + " values ('job', ?, ?) on conflict (task_name, task_instance) do update"
                    + " set execution_time = excluded.execution_time, version = e.version + 1 where not e.picked";

    private static final String ASK = """
            with row as (
              insert into platform.scheduled_jobs (organization_id, name, module, schedule) values (?, ?, ?, ?)
              on conflict (organization_id, name) do nothing)
            insert into platform.job_executions (task_name, task_instance, execution_time)
            values ('job', ?, greatest(?, now()))
            """;

    private static final String ASK_AGAIN =
            "insert into platform.job_executions (task_name, task_instance, execution_time)"
                    + " values ('job', ?, now())";

    /** Those that were asked for too, and would do the same again. */
    private static final String FORGET = "delete from platform.job_executions where task_name = 'job'"
            + " and organization = ? and job = ? and not picked and execution_time <= ?"
            + " and task_instance <> ? and task_instance <> job || '/' || organization";

    /** Those as well that a node has picked already: what they were asked for, the run that begins now sees. */
    private static final String COVER = "update platform.job_executions set covered = true where organization = ?"
            + " and job = ? and picked and task_instance <> ? and task_instance <> job || '/' || organization";

    private static final String COVERED =
            "select covered from platform.job_executions where task_name = 'job' and task_instance = ?";

    private static final String UNPARK = """
            update platform.job_executions e set execution_time = now(), version = e.version + 1
              from platform.scheduled_jobs j
             where e.execution_time = ? and e.job = any (?) and not e.picked
               and j.organization_id = e.organization and j.name = e.job and j.state = 'active'
            """;

    private static final String OTHERS = "select exists (select from platform.job_executions where organization = ?"
            + " and job = ? and picked and task_instance <> ?)";

    private Executions() {}

    /** Sets the regular times of jobs. */
    static void plan(Connection connection, List<JobRows.Planned> planned) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLAN)) {
            for (JobRows.Planned job : planned) {
                statement.setString(
                        1, Instance.regular(job.name(), job.organization()).toString());
                statement.setObject(2, job.next().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Makes a job due at a moment or, when that is past, now; in the asker's transaction. */
    static void ask(Connection connection, UUID organization, KnownJob job, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK)) {
            statement.setObject(1, organization);
            statement.setString(2, job.name());
            statement.setString(3, job.module());
            statement.setString(4, job.schedule().toString());
            statement.setString(5, Instance.asked(job.name(), organization).toString());
            statement.setObject(6, moment.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Makes a job due now, by the kernel's hand. */
    static void ask(Connection connection, UUID organization, String job) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASK_AGAIN)) {
            statement.setString(1, Instance.asked(job, organization).toString());
            statement.executeUpdate();
        }
    }

    static void forget(Connection connection, Instance instance, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setObject(1, instance.organization());
            statement.setString(2, instance.job());
            statement.setObject(3, until.atOffset(ZoneOffset.UTC));
            statement.setString(4, instance.toString());
            statement.executeUpdate();
        }
    }

    /** Says of all that asked for the same that the run which begins now is theirs too. */
    static void cover(Connection connection, Instance instance, Instant until) throws SQLException {
        forget(connection, instance, until);
        try (PreparedStatement statement = connection.prepareStatement(COVER)) {
            statement.setObject(1, instance.organization());
            statement.setString(2, instance.job());
            statement.setString(3, instance.toString());
            statement.executeUpdate();
        }
    }

    static boolean covered(Connection connection, Instance instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COVERED)) {
            statement.setString(1, instance.toString());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** Makes due what waited for a module that is here. */
    static void unpark(Connection connection, String[] names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNPARK)) {
            statement.setObject(1, PARKED.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("text", names));
            statement.executeUpdate();
        }
    }

    /** Whether some node has its hands on another execution of the same job in the same organization. */
    static boolean others(Connection connection, Instance instance) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
            statement.setObject(1, instance.organization());
            statement.setString(2, instance.job());
            statement.setString(3, instance.toString());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    /** The database's time, which all nodes go by. */
    static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select clock_timestamp()")) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
