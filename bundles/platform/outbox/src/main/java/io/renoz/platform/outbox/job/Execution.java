package io.renoz.platform.outbox.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.renoz.data.Databases;
import io.renoz.module.ModuleGate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PLT-11: decides what becomes of an execution that db-scheduler has picked, and has the run carried out if there is one. */
final class Execution implements ExecutionHandler<Void> {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Databases databases;
    private final ModuleGate gate;
    private final Jobs jobs;
    private final Planner planner;
    private final DatabaseClock clock;
    private final Carrier carrier;
    private final String node;

    Execution(
            Databases databases,
            ModuleGate gate,
            Jobs jobs,
            Planner planner,
            DatabaseClock clock,
            Carrier carrier,
            String node) {
        this.databases = databases;
        this.gate = gate;
        this.jobs = jobs;
        this.planner = planner;
        this.clock = clock;
        this.carrier = carrier;
        this.node = node;
    }

    /** What to do now: a run, or none, and when to come again; never, when that is null. */
    private record Decision(@Nullable Run run, @Nullable Instant again) {

        static Decision none(@Nullable Instant again) {
            return new Decision(null, again);
        }
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> task, ExecutionContext context) {
        Instance instance = Instance.of(task.getId());
        Instant due = context.getExecution().getExecutionTime();
        Optional<KnownJob> job = jobs.find(instance.job());
        if (job.isEmpty()) {
            return again(Executions.PARKED);
        }
        Decision decision;
        try {
            decision = Together.in(databases, connection -> decide(connection, job.get(), instance, due));
        } catch (SQLException e) {
            throw new IllegalStateException("It cannot be seen whether the job is to be run", e);
        }
        if (decision.run == null) {
            return again(decision.again);
        }
        return switch (carrier.carryOut(decision.run)) {
            case ENDED -> again(decision.again);
            case LOST -> again(clock.now());
            case STOPPED -> again(due);
            case ABSENT -> again(Executions.PARKED);
        };
    }

    private static CompletionHandler<Void> again(@Nullable Instant when) {
        return (complete, operations) -> {
            if (when == null) {
                operations.remove();
            } else {
                operations.reschedule(complete, when);
            }
        };
    }

    private Decision decide(Connection connection, KnownJob job, Instance instance, Instant due) throws SQLException {
        Optional<JobRows.Locked> found = JobRows.lock(connection, instance);
        if (found.isEmpty() || Executions.covered(connection, instance)) {
            return Decision.none(null);
        }
        JobRows.Locked row = found.get();
        if (!row.active()) {
            return Decision.none(Executions.PARKED);
        }
        if (row.running().isPresent()
                && !free(connection, instance, row.running().get())) {
            Executions.forget(connection, instance, clock.now());
            return Decision.none(clock.now().plus(SOON));
        }
        @Nullable Instant next = next(job, instance, due, row);
        boolean on = !row.closed() && gate.isEnabled(instance.organization(), job.module());
        if (!on || JobRows.ended(connection, instance, row.id(), due)) {
            plan(connection, instance, row, next, null);
            return Decision.none(next);
        }
        Executions.cover(connection, instance, clock.now());
        Run run = JobRows.begin(connection, instance, row.id(), due, node);
        plan(connection, instance, row, next, clock.now());
        return new Decision(run, next);
    }

    /** Whether a run that is said to go on does not, since whoever began it is dead. */
    private static boolean free(Connection connection, Instance instance, UUID run) throws SQLException {
        return !Executions.others(connection, instance) && JobRows.lose(connection, instance.organization(), run);
    }

    private @Nullable Instant next(KnownJob job, Instance instance, Instant due, JobRows.Locked row) {
        return instance.ask().isPresent()
                ? null
                : planner.next(job.schedule(), due, row.zone()).orElse(null);
    }

    /** What was asked for leaves the regular times as they are. */
    private static void plan(
            Connection connection,
            Instance instance,
            JobRows.Locked row,
            @Nullable Instant next,
            @Nullable Instant began)
            throws SQLException {
        if (instance.ask().isEmpty()) {
            JobRows.plan(connection, instance.organization(), row.id(), next, began);
        } else if (began != null) {
            JobRows.began(connection, instance.organization(), row.id(), began);
        }
    }
}
