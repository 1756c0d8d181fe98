package io.renoz.platform.outbox.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Transactions;
import io.renoz.job.JobScheduler;
import io.renoz.kernel.Migrator;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.platform.outbox.Threads;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PLT-11: runs what is due, two at a time on each node. db-scheduler looks for what is due, picks it for one node, tells when
 * that node is dead and gives it to another; what a run may do, and that its due time is had once, is decided here.
 */
@Component(
        immediate = true,
        service = {JobScheduler.class, JobEngine.class})
public final class JobEngine implements JobScheduler {

    private static final Logger log = LoggerFactory.getLogger(JobEngine.class);
    private static final int HANDS = 2;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int HEARTBEATS_MISSED = 6;
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final long PLAN_SECONDS = 30;
    private static final long STOP_SECONDS = 10;

    private final Databases databases;
    private final Transactions transactions;
    private final Jobs jobs;
    private final DatabaseClock clock;
    private final Planner planner;
    private final Carrier carrier;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Scheduler scheduler;
    private final ScheduledExecutorService planning =
            Executors.newSingleThreadScheduledExecutor(Threads.numbered("renoz-jobs"));
    private final Runnable deaf;

    /** {@code schema} is there as soon as the tables are. */
    @Activate
    public JobEngine(
            @Reference Databases databases,
            @Reference Transactions transactions,
            @Reference ModuleGate gate,
            @Reference Modules modules,
            @Reference Jobs jobs,
            @Reference Clock clock,
            @Reference Migrator schema) {
        this.databases = databases;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = new DatabaseClock(clock);
        planner = new Planner(databases, modules, jobs, this.clock);
        carrier = new Carrier(databases, transactions, jobs);
        String node = Ids.next().toString();
        scheduler = scheduler(new Execution(databases, gate, jobs, planner, this.clock, carrier, node), node);
        deaf = jobs.onArrival(this::planSoon);
        var unused = planning.scheduleWithFixedDelay(planner::plan, 0, PLAN_SECONDS, TimeUnit.SECONDS);
        planning.execute(scheduler::start); // once the clock is set
    }

    private Scheduler scheduler(Execution execution, String node) {
        var job = Tasks.custom(Executions.TASK, Void.class)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.now().plus(LATER)))
                .onDeadExecution((complete, operations) ->
                        operations.reschedule(complete, complete.getExecution().getExecutionTime()))
                .execute(execution);
        return Scheduler.create(Patient.of(databases.platform(), end), job)
                .tableName(Executions.TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .schedulerName(new SchedulerName.Fixed(node))
                .clock(clock)
                .pollUsingLockAndFetch(0.5, 1)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(HEARTBEATS_MISSED)
                .threads(HANDS)
                .executorService(Executors.newFixedThreadPool(HANDS, Threads.numbered("renoz-job")))
                .dueExecutor(Executors.newSingleThreadExecutor(Threads.numbered("renoz-jobs-due")))
                .housekeeperExecutor(Executors.newScheduledThreadPool(3, Threads.numbered("renoz-jobs-housekeeper")))
                .shutdownMaxWait(Duration.ofSeconds(STOP_SECONDS))
                .build();
    }

    /** Batches that run are ended; what they leave is made up by another node, or after the restart. */
    @Deactivate
    void close() throws InterruptedException {
        deaf.run();
        end.countDown();
        carrier.stop();
        planning.shutdown();
        if (!planning.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("The planning of jobs has not ended in time");
        }
        scheduler.stop();
    }

    private void planSoon() {
        try {
            planning.execute(() -> {
                planner.plan();
                scheduler.triggerCheckForDueExecutions();
            });
        } catch (RejectedExecutionException e) {
            log.debug("A job came while the engine goes", e);
        }
    }

    @Override
    public void runNow(String name) {
        runAt(name, Instant.EPOCH);
        transactions.afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public void runAt(String name, Instant moment) {
        KnownJob job = jobs.find(name).orElseThrow(() -> Problem.notFound("job"));
        try (Connection connection = databases.module("platform").getConnection()) {
            Executions.ask(connection, Call.tenant(), job, moment);
        } catch (SQLException e) {
            throw new IllegalStateException("The job could not be made due", e);
        }
    }

    /** Looks for what is due without waiting. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }
}
