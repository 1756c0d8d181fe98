package io.renoz.platform.outbox.job;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Transactions;
import io.renoz.job.JobScheduler;
import io.renoz.job.Schedule;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.Outages;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import io.renoz.platform.outbox.LogContext;
import io.renoz.platform.outbox.Presence;
import io.renoz.platform.outbox.Threads;
import io.renoz.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PLT-11: runs what is due, two at a time on each node. The row of a run is its lease. */
@Component(immediate = true)
public final class JobEngine implements JobScheduler {

    private static final Logger log = LoggerFactory.getLogger(JobEngine.class);
    private static final int HANDS = 2;
    private static final int BATCH = 500;
    private static final long POLL_MILLIS = 1_000;
    private static final long ENLIST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long STOP_SECONDS = 10;

    private final Databases databases;
    private final Transactions transactions;
    private final ModuleGate gate;
    private final Modules modules;
    private final Jobs jobs;
    private final Clock clock;
    private final String node = Ids.next().toString();
    private final Semaphore free = new Semaphore(HANDS);
    private final Semaphore signals = new Semaphore(0);
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, Threads.numbered("renoz-job"));
    private final Thread thread = Threads.daemon("renoz-jobs", this::work);
    private final Runnable deaf;
    private volatile boolean stopped;
    private volatile boolean arrived;
    private volatile long enlisted;

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
        this.gate = gate;
        this.modules = modules;
        this.jobs = jobs;
        this.clock = clock;
        enlisted = System.nanoTime() - ENLIST_NANOS;
        deaf = jobs.onArrival(() -> {
            arrived = true;
            signals.release();
        });
        thread.start();
    }

    /** Batches that run are ended; what they leave is made up by another node, or after the restart. */
    @Deactivate
    void close() throws InterruptedException {
        deaf.run();
        stopped = true;
        signals.release();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        hands.shutdown();
        if (!hands.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Jobs are still running; what does not end in time is rolled back and made up");
            hands.shutdownNow();
        }
    }

    @Override
    public void runNow(String name) {
        ask(name, Instant.EPOCH);
        transactions.afterCommit(signals::release);
    }

    @Override
    public void runAt(String name, Instant moment) {
        ask(name, moment);
    }

    private void ask(String name, Instant moment) {
        KnownJob job = jobs.find(name).orElseThrow(() -> Problem.notFound("job"));
        try (Connection connection = databases.module("platform").getConnection()) {
            JobRows.ask(connection, Call.tenant(), job, moment);
        } catch (SQLException e) {
            throw new IllegalStateException("The job could not be made due", e);
        }
    }

    private void work() {
        try {
            while (!stopped) {
                if (!look() && signals.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    signals.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more to do right now. */
    private boolean look() {
        String[] names = jobs.all().stream().map(KnownJob::name).toArray(String[]::new);
        if (names.length == 0) {
            return false;
        }
        try (Connection connection = databases.platform().getConnection()) {
            if (arrived || System.nanoTime() - enlisted >= ENLIST_NANOS) {
                arrived = false;
                enlisted = System.nanoTime();
                enlist(connection);
            }
            List<Run> runs = claim(connection, names, free.availablePermits());
            runs.forEach(this::start);
            return runs.size() == HANDS;
        } catch (SQLException | RuntimeException e) {
            if (!Outages.behind(e)) {
                log.warn("Due jobs cannot be looked up at the moment: {}", e.getMessage());
            }
            log.debug("In full:", e);
            return false;
        }
    }

    private void enlist(Connection connection) throws SQLException {
        JobRows.abandon(connection);
        for (KnownJob job : regular()) {
            JobRows.enlist(
                    connection,
                    job,
                    modules.find(job.module()).filter(ModuleDescriptor::core).isPresent());
        }
        String[] names = regular().stream().map(KnownJob::name).toArray(String[]::new);
        boolean more = true;
        while (more) {
            more = together(connection, () -> {
                List<JobRows.Due> unplanned = JobRows.unplanned(connection, names, BATCH);
                for (JobRows.Due job : unplanned) {
                    plan(connection, job, false);
                }
                return unplanned.size() == BATCH;
            });
        }
    }

    private List<KnownJob> regular() {
        return jobs.all().stream()
                .filter(job -> !job.schedule().equals(Schedule.onDemand()))
                .collect(Collectors.toList());
    }

    private boolean plan(Connection connection, JobRows.Due due, boolean runs) throws SQLException {
        Optional<KnownJob> job = jobs.find(due.name());
        if (job.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        JobRows.plan(connection, due, next(job.get().schedule(), due, now), runs ? now : null);
        return true;
    }

    /** After the time it was due, or a clock behind the database's would find that time again; after now when all that is past. */
    private static @Nullable Instant next(Schedule schedule, JobRows.Due due, Instant now) {
        return schedule.next(due.at(), due.zone())
                .filter(next -> next.isAfter(now))
                .or(() -> schedule.next(now, due.zone()))
                .orElse(null);
    }

    private List<Run> claim(Connection connection, String[] names, int places) throws SQLException {
        if (places == 0) {
            return List.of();
        }
        return together(connection, () -> {
            var runs = new ArrayList<Run>();
            for (JobRows.Due due : JobRows.due(connection, names, places)) {
                boolean on = jobs.find(due.name())
                        .filter(job -> gate.isEnabled(due.organization(), job.module()))
                        .isPresent();
                if (plan(connection, due, on) && on) {
                    runs.add(JobRows.begin(connection, due, node));
                }
            }
            return runs;
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T together(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } finally {
            connection.rollback(); // does nothing after the commit
            connection.setAutoCommit(true);
        }
    }

    private void start(Run run) {
        free.acquireUninterruptibly();
        hands.execute(() -> {
            try {
                LogContext.within(run.organization(), run.id(), run.name(), () -> carryOut(run));
            } finally {
                free.release();
                signals.release();
            }
        });
    }

    private void carryOut(Run run) {
        try {
            Optional<String> from = batch(run, Optional.empty());
            while (from.isPresent() && !stopped) {
                from = batch(run, from);
            }
            if (from.isPresent()) {
                record(connection -> JobRows.giveUp(connection, run));
            } else {
                record(connection -> JobRows.succeeded(connection, run));
            }
        } catch (Presence.Absent e) {
            record(connection -> JobRows.giveUp(connection, run));
        } catch (Lost e) {
            log.warn("{} of {} took too long; its last batch is rolled back", run.name(), run.organization());
        } catch (Exception | LinkageError | AssertionError e) {
            log.warn("{} of {} failed: {}", run.name(), run.organization(), e.toString());
            log.debug("In full:", e);
            record(connection -> JobRows.failed(connection, run, e.toString()));
        }
    }

    private Optional<String> batch(Run run, Optional<String> from) {
        KnownJob job = jobs.find(run.name()).orElseThrow(() -> new Presence.Absent(run.name()));
        return job.presence()
                .with(present -> transactions.run(Call.system(run.organization(), "job " + run.name()), () -> {
                    try (Connection connection = databases.module("platform").getConnection()) {
                        if (!JobRows.renew(connection, run)) {
                            throw new Lost();
                        }
                    }
                    return present.run(from);
                }));
    }

    /** A run whose lease ended writes nothing more. */
    private static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost() {
            super("The lease has ended.", null, false, false);
        }
    }

    @FunctionalInterface
    private interface Recording {
        void on(Connection connection) throws SQLException;
    }

    /** When this fails too, the lease runs out and the run is made up. */
    private void record(Recording recording) {
        try (Connection connection = databases.platform().getConnection()) {
            recording.on(connection);
        } catch (SQLException e) {
            log.error("The end of a job could not be written", e);
        }
    }
}
