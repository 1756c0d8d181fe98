package io.renoz.platform.outbox.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.ListQuery;
import io.renoz.data.Transactions;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.platform.registry.Catalogue;
import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.platform.registry.gate.Gate;
import io.renoz.problem.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobsIT {

    private final Databases databases = ScratchDatabase.databases();
    private final Transactions transactions = ScratchDatabase.transactions();
    private final Catalogue catalogue = new Catalogue();
    private final Gate gate = new Gate(databases, catalogue, catalogue);
    private final Jobs jobs = new Jobs();
    private final UUID organization = Ids.next();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<JobEngine> nodes = new ArrayList<>();

    @BeforeEach
    void begin() {
        ScratchDatabase.organizations();
        ScratchDatabase.execute("delete from platform.scheduled_job_runs; delete from platform.scheduled_jobs;"
                + "delete from platform.job_executions");
        ScratchDatabase.define("delete from settings.organizations");
        ScratchDatabase.execute("insert into settings.organizations (id) values ('" + organization + "')");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (JobEngine node : nodes) {
            node.close();
        }
    }

    private JobEngine node() {
        return node(Clock.systemUTC());
    }

    private JobEngine node(Clock clock) {
        var node = new JobEngine(databases, transactions, gate, catalogue, jobs, clock, (module, files) -> false);
        nodes.add(node);
        return node;
    }

    private Job job(String name, Schedule schedule, Function<Optional<String>, Optional<String>> work) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Schedule schedule() {
                return schedule;
            }

            @Override
            public Optional<String> run(Optional<String> from) {
                return work.apply(from);
            }
        };
    }

    private Optional<String> note(Optional<String> from) {
        done.add(Call.tenant() + from.orElse(""));
        return Optional.empty();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static boolean is(String sql, String value) {
        return ScratchDatabase.value(sql).equals(value);
    }

    private void due() {
        ScratchDatabase.execute("update platform.scheduled_jobs set next_run_at = now() - interval '1 day';"
                + "update platform.job_executions set execution_time = now() - interval '1 day' where not picked");
    }

    @Test
    @DisplayName("PLT-11: a due job runs once, whatever the number of nodes, and a missed time is made up once")
    void runsOnceOverAllNodes() {
        jobs.arrive("settings", job("settings.tidy", Schedule.dailyAt(LocalTime.of(2, 0)), this::note));
        node();
        node();
        node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        assertThat(done).isEmpty();

        due();

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "1"));
        assertThat(done).containsExactly(organization.toString());
        assertThat(is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"))
                .isTrue();
    }

    @Test
    @DisplayName("PLT-11: a node whose clock is behind the database's does not run the same time again and again")
    void doesNotTurnInCirclesWhenItsClockIsBehind() {
        jobs.arrive("settings", job("settings.tidy", Schedule.every(Duration.ofMinutes(40)), this::note));

        node(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        due();

        await(() -> !done.isEmpty()
                && is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1")
                && is("select count(*) from platform.scheduled_job_runs where state = 'running'", "0"));
        assertThat(done).hasSizeBetween(1, 2);
    }

    @Test
    @DisplayName("PLT-11: only while its module is on")
    void skipsOrganizationsWithoutTheModule() {
        jobs.arrive("tools", job("tools.tidy", Schedule.every(Duration.ofSeconds(1)), this::note));
        ScratchDatabase.execute(
                "insert into platform.organization_modules (organization_id, module, wish, since, revision)"
                        + " values ('" + organization + "', 'tools', 'enabled', now(), 1)");
        node();
        await(() -> done.size() >= 2);

        ScratchDatabase.execute("update platform.organization_modules set wish = 'disabled'");
        gate.forget();
        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'running'", "0"));
        int before = done.size();
        due();

        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        assertThat(done.size()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void worksInBatchesEachInATransactionOfItsOwn() {
        jobs.arrive("settings", job("settings.tidy", Schedule.every(Duration.ofHours(1)), from -> {
            done.add(from.orElse("first"));
            return done.size() < 3 ? Optional.of("batch " + done.size()) : Optional.empty();
        }));
        node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));

        due();

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "1"));
        assertThat(done).containsExactly("first", "batch 1", "batch 2");
    }

    @Test
    void tellsOperatorsOfFailuresAndRunsAgainWhatFailed() {
        jobs.arrive("settings", job("settings.tidy", Schedule.every(Duration.ofHours(1)), from -> {
            if (done.isEmpty()) {
                done.add("first");
                throw new IllegalStateException("no room");
            }
            return note(from);
        }));
        JobEngine node = node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        var resource = new JobResource(databases, node);
        UUID id = resource.list(ListQuery.first(5)).items().get(0).id();
        assertThatThrownBy(() -> resource.retry(id))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("invalid-transition"));

        due();

        await(() -> resource.list(ListQuery.first(5)).items().get(0).consecutiveFailures() == 1);
        JobResource.View view = resource.list(ListQuery.first(5)).items().get(0);
        assertThat(view.schedule()).isEqualTo("every PT1H");
        assertThat(view.nextRunAt()).isAfter(Instant.now().plusSeconds(3000));
        assertThat(resource.runs(id, ListQuery.first(5)).items().get(0).message())
                .contains("no room");

        assertThat(resource.retry(id).nextRunAt()).isBefore(Instant.now().plusSeconds(60));
        await(() -> resource.list(ListQuery.first(5)).items().get(0).consecutiveFailures() == 0);
        assertThat(resource.list(ListQuery.first(5)).items().get(0).nextRunAt()).isEqualTo(view.nextRunAt());

        resource.run(id);
        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "2"));
        assertThatThrownBy(() -> resource.runs(Ids.next(), ListQuery.first(5)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-found"));
    }

    @Test
    @DisplayName("PLT-11: what a node had picked and begun when it died is made up once by another")
    void takesOverFromANodeWithoutHeartbeat() {
        jobs.arrive("settings", job("settings.tidy", Schedule.every(Duration.ofHours(1)), this::note));
        String org = organization.toString();
        ScratchDatabase.execute(
                "insert into platform.scheduled_jobs (organization_id, id, name, module, schedule, next_run_at) values ('"
                        + org + "', '" + org + "', 'settings.tidy', 'settings', 'every PT1H', now());"
                        + "insert into platform.scheduled_job_runs (organization_id, scheduled_job_id, due_at, node_name,"
                        + " lease_until, started_at) values ('" + org + "', '" + org
                        + "', '2026-01-01', 'dead', now() + interval '4 minutes', now());"
                        + "insert into platform.job_executions (task_name, task_instance, execution_time, picked, picked_by,"
                        + " last_heartbeat) values ('job', 'settings.tidy/" + org
                        + "', '2026-01-01', true, 'dead', now() - interval '2 minutes')");

        node();

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "1"));
        assertThat(is("select count(*) from platform.scheduled_job_runs where state = 'abandoned'", "1"))
                .isTrue();
        assertThat(done).hasSize(1);
        await(() ->
                is("select count(*) from platform.job_executions where execution_time > now() and not picked", "1"));
    }

    @Test
    void waitsForAModuleThatIsNotHere() {
        Job tidy = job("settings.tidy", Schedule.every(Duration.ofHours(1)), this::note);
        jobs.arrive("settings", tidy);
        node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        jobs.leave(tidy);
        due();
        await(() -> is("select count(*) from platform.job_executions where execution_time > '9000-01-01'", "1"));
        assertThat(done).isEmpty();

        jobs.arrive("settings", tidy);

        await(() -> done.size() == 1);
    }

    @Test
    @DisplayName("PLT-11: a run whose lease ended writes nothing more, and is made up")
    void losesWhatItDidWhenItsLeaseHasEnded() {
        var goOn = new CountDownLatch(1);
        jobs.arrive("settings", job("settings.tidy", Schedule.every(Duration.ofHours(1)), from -> {
            done.add(from.orElse("first"));
            if (done.size() == 1) {
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return Optional.of("second batch of the first run");
            }
            return Optional.empty();
        }));
        node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        due();
        await(() -> done.size() == 1);

        goOn.countDown(); // the row is locked by the batch until it ends
        await(() -> {
            ScratchDatabase.execute(
                    "update platform.scheduled_job_runs set state = 'abandoned' where state = 'running'");
            return !is("select count(*) from platform.scheduled_job_runs where state = 'abandoned'", "0");
        });

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'running'", "0"));
        assertThat(done.size()).isBetween(1, 2);
    }

    @Test
    void makesUpWhatADeadNodeHadBegun() {
        jobs.arrive("settings", job("settings.tidy", Schedule.every(Duration.ofHours(1)), this::note));
        ScratchDatabase.execute(
                "insert into platform.scheduled_jobs (organization_id, id, name, module, schedule, next_run_at)"
                        + " values ('" + organization + "', '" + organization
                        + "', 'settings.tidy', 'settings', 'every PT1H', now() + interval '1 hour');"
                        + "insert into platform.scheduled_job_runs (organization_id, scheduled_job_id, due_at, node_name, lease_until,"
                        + " started_at) values ('" + organization + "', '" + organization
                        + "', now() - interval '1 hour', 'dead', now() - interval '1 minute', now() - interval '10 minutes')");

        node();

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "1"));
        assertThat(is("select count(*) from platform.scheduled_job_runs where state = 'abandoned'", "1"))
                .isTrue();
        assertThat(done).hasSize(1);
    }

    @Test
    void runsNowWhenAskedTo() {
        jobs.arrive("settings", job("settings.tidy", Schedule.dailyAt(LocalTime.of(2, 0)), this::note));
        JobEngine node = node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));

        transactions.run(Call.system(organization, "test"), () -> {
            node.runNow("settings.tidy");
            return Boolean.TRUE;
        });

        await(() -> done.size() == 1);
    }

    private void ask(Runnable asking) {
        transactions.run(Call.system(organization, "test"), () -> {
            asking.run();
            return Boolean.TRUE;
        });
    }

    @Test
    void leavesOrganizationsAloneUntilAJobOnDemandIsAskedFor() {
        jobs.arrive("settings", job("settings.export", Schedule.onDemand(), this::note));
        jobs.arrive("settings", job("settings.tidy", Schedule.dailyAt(LocalTime.of(2, 0)), this::note));
        JobEngine node = node();
        await(() -> is("select count(*) from platform.scheduled_jobs where next_run_at > now()", "1"));
        assertThat(is("select count(*) from platform.scheduled_jobs where name = 'settings.export'", "0"))
                .isTrue();

        ask(() -> {
            node.runNow("settings.export");
            node.runNow("settings.export");
        });
        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "1"));
        ask(() -> node.runNow("settings.export"));

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "2"));
        assertThat(done).hasSize(2);
    }

    @Test
    void runsAtTheMomentsThatWereAskedFor() {
        jobs.arrive("settings", job("settings.remind", Schedule.onDemand(), this::note));
        JobEngine node = node();
        Instant soon = Instant.now().plusMillis(1500);

        ask(() -> node.runAt("settings.remind", soon.plus(Duration.ofDays(300))));
        ask(() -> node.runAt("settings.remind", soon));
        assertThat(done).isEmpty();

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "1"));
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
        assertThat(is("select count(*) from platform.job_executions where execution_time > now()", "1"))
                .isTrue();
    }

    @Test
    void runsOnceMoreWhenItIsAskedForWhileItRuns() {
        var node = new JobEngine[1];
        jobs.arrive("settings", job("settings.again", Schedule.onDemand(), from -> {
            done.add("run");
            if (done.size() < 3) {
                node[0].runAt("settings.again", Instant.EPOCH);
            }
            return Optional.empty();
        }));
        node[0] = node();

        ask(() -> node[0].runNow("settings.again"));

        await(() -> is("select count(*) from platform.scheduled_job_runs where state = 'finished'", "3"));
        await(() -> is("select count(*) from platform.job_executions", "0"));
    }

    @Test
    void knowsNoJobThatNoModuleHas() {
        JobEngine node = node();

        assertThatThrownBy(() -> ask(() -> node.runNow("settings.none")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("not-found"));
    }
}
