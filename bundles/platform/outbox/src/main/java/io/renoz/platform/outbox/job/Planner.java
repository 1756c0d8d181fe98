package io.renoz.platform.outbox.job;

import io.renoz.data.Databases;
import io.renoz.job.Schedule;
import io.renoz.kernel.Outages;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.Modules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every organization the jobs it should have, and each of those a time. */
final class Planner {

    private static final Logger log = LoggerFactory.getLogger(Planner.class);
    private static final int BATCH = 500;

    private final Databases databases;
    private final Modules modules;
    private final Jobs jobs;
    private final DatabaseClock clock;
    private boolean compared;

    Planner(Databases databases, Modules modules, Jobs jobs, DatabaseClock clock) {
        this.databases = databases;
        this.modules = modules;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Two nodes doing it at once do no harm. */
    synchronized void plan() {
        try (Connection connection = databases.platform().getConnection()) {
            clock.set(Executions.now(connection));
            JobRows.abandon(connection);
            String[] regular = names(job -> !job.schedule().equals(Schedule.onDemand()));
            if (!compared) {
                JobRows.forgetTimes(connection, regular);
                compared = regular.length > 0;
            }
            enlist(connection);
            Executions.unpark(connection, names(job -> true));
            while (batch(regular)) {
                log.debug("Planned {} jobs", BATCH);
            }
        } catch (SQLException | RuntimeException e) {
            if (!Outages.behind(e) && !first(e)) {
                log.warn("Jobs cannot be planned at the moment: {}", e.getMessage());
            }
            log.debug("In full:", e);
        }
    }

    /** At the very first start the jobs of a module are here before the tables of settings. */
    private static boolean first(Exception e) {
        return e instanceof SQLException sql && "42P01".equals(sql.getSQLState());
    }

    private String[] names(Predicate<KnownJob> which) {
        return jobs.all().stream().filter(which).map(KnownJob::name).toArray(String[]::new);
    }

    private void enlist(Connection connection) throws SQLException {
        Collection<KnownJob> all = jobs.all();
        for (KnownJob job : all) {
            if (!job.schedule().equals(Schedule.onDemand())) {
                boolean core = modules.find(job.module())
                        .filter(ModuleDescriptor::core)
                        .isPresent();
                JobRows.enlist(connection, job, core);
            }
        }
    }

    /** Whether there may be more. */
    private boolean batch(String[] names) throws SQLException {
        return Together.in(databases, connection -> {
            List<JobRows.Unplanned> unplanned = JobRows.unplanned(connection, names, BATCH);
            var planned = new ArrayList<JobRows.Planned>();
            for (JobRows.Unplanned job : unplanned) {
                jobs.find(job.name())
                        .flatMap(known -> next(known.schedule(), Instant.EPOCH, job.zone()))
                        .ifPresent(next ->
                                planned.add(new JobRows.Planned(job.organization(), job.id(), job.name(), next)));
            }
            JobRows.plan(connection, planned);
            Executions.plan(connection, planned);
            return unplanned.size() == BATCH && !planned.isEmpty();
        });
    }

    /** After the time it was due; after now when that is past too, so that what was missed is made up once. */
    Optional<Instant> next(Schedule schedule, Instant due, ZoneId zone) {
        Instant now = clock.now();
        return schedule.next(due, zone).filter(next -> next.isAfter(now)).or(() -> schedule.next(now, zone));
    }
}
