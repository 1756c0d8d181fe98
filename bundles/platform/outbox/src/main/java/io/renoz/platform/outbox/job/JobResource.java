package io.renoz.platform.outbox.job;

import io.renoz.data.Databases;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.data.Versioned;
import io.renoz.kernel.SqlList;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.OperatorPlane;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/operator/scheduled-jobs}: background work by organization, and its runs of the last 30 days. */
@Component(service = Resource.class)
@OperatorPlane
@Path("scheduled-jobs")
public final class JobResource implements Resource {

    /** Whether a job is carried out when it is due. */
    enum State {
        ACTIVE,
        PAUSED
    }

    /** How a run stands. */
    enum RunState {
        RUNNING,
        FINISHED,
        FAILED,
        ABANDONED
    }

    /** A time of its schedule or one that was asked for, whichever is first; none while it waits for its module. */
    private static final String NEXT = "nullif(least(next_run_at, (select min(e.execution_time)"
            + " from platform.job_executions e where e.organization = scheduled_jobs.organization_id"
            + " and e.job = scheduled_jobs.name and not e.picked)), '9999-01-01T00:00:00Z') as next_run_at";

    private static final SqlList JOBS = SqlList.of(
                    "id, version, organization_id, name, module, schedule, state, " + NEXT
                            + ", last_run_at, last_success_at, consecutive_failures",
                    "platform.scheduled_jobs")
            .filter("module", "module", "text")
            .filter("state", "state", State.class)
            .filter("name", "name", "text")
            .filter("organizationId", "organization_id", "uuid")
            .sort("name", "name", "text");
    private static final SqlList RUNS = SqlList.of(
                    "id, due_at, state, node_name, started_at, finished_at, rows_touched, message",
                    "platform.scheduled_job_runs")
            .filter("state", "state", RunState.class)
            .sort("-dueAt", "due_at", "timestamptz");

    private final Databases databases;
    private final JobEngine engine;

    @Activate
    public JobResource(@Reference Databases databases, @Reference JobEngine engine) {
        this.databases = databases;
        this.engine = engine;
    }

    /** A job of an organization. */
    public record View(
            UUID id,
            int version,
            UUID organizationId,
            String name,
            String module,
            String schedule,
            @Summary("active or paused") String state,
            @Nullable Instant nextRunAt,
            @Nullable Instant lastRunAt,
            @Nullable Instant lastSuccessAt,
            int consecutiveFailures)
            implements Versioned {}

    /** A run of it. */
    public record RunView(
            UUID id,
            Instant dueAt,

            @Summary("running, finished, failed or abandoned")
            String state,

            String nodeName,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Long durationMillis,
            @Nullable Integer rowsTouched,
            @Nullable String message) {}

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", JOBS.offer(), "runs", RUNS.offer());
    }

    @GET
    @Summary("Background work by organization, with its last and next run")
    public Page<View> list(@Context ListQuery query) {
        try (Connection connection = databases.platform().getConnection()) {
            return JOBS.read(connection, query, JobResource::view);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @GET
    @Path("{id}/runs")
    @Summary("The runs of the last 30 days, the newest first")
    public Page<RunView> runs(@PathParam("id") UUID id, @Context ListQuery query) {
        try (Connection connection = databases.platform().getConnection()) {
            View job = find(connection, id);
            return RUNS.where("scheduled_job_id = ?", job.id()).read(connection, query, JobResource::run);
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    @POST
    @Path("{id}/run")
    @Summary("Runs a job now; its regular times stay")
    @Answers("invalid-transition")
    public View run(@PathParam("id") UUID id) {
        return begin(id, job -> {});
    }

    @POST
    @Path("{id}/retry")
    @Summary("Runs a job again whose last run failed")
    @Answers("invalid-transition")
    public View retry(@PathParam("id") UUID id) {
        return begin(id, job -> {
            if (job.consecutiveFailures() == 0) {
                throw Problem.transition("The last run of this job did not fail.");
            }
        });
    }

    private View begin(UUID id, Consumer<View> check) {
        try (Connection connection = databases.platform().getConnection()) {
            View job = find(connection, id);
            check.accept(job);
            if (!job.state().equals("active")) {
                throw Problem.transition("This job is paused.");
            }
            Executions.ask(connection, job.organizationId(), job.name());
            View due = find(connection, id);
            engine.look();
            return due;
        } catch (SQLException e) {
            throw broken(e);
        }
    }

    private static View find(Connection connection, UUID id) throws SQLException {
        List<View> found = JOBS.where("id = ?", id)
                .read(connection, ListQuery.first(1), JobResource::view)
                .items();
        if (found.isEmpty()) {
            throw Problem.notFound("scheduled job");
        }
        return found.get(0);
    }

    private static View view(ResultSet row) throws SQLException {
        return new View(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getObject("organization_id", UUID.class),
                row.getString("name"),
                row.getString("module"),
                row.getString("schedule"),
                row.getString("state"),
                instant(row, "next_run_at"),
                instant(row, "last_run_at"),
                instant(row, "last_success_at"),
                row.getInt("consecutive_failures"));
    }

    private static RunView run(ResultSet row) throws SQLException {
        Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
        Instant finished = instant(row, "finished_at");
        return new RunView(
                row.getObject("id", UUID.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("node_name"),
                started,
                finished,
                finished == null ? null : Long.valueOf(finished.toEpochMilli() - started.toEpochMilli()),
                row.getObject("rows_touched", Integer.class),
                row.getString("message"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static IllegalStateException broken(SQLException e) {
        return new IllegalStateException("The jobs could not be read", e);
    }
}
