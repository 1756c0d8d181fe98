package io.renoz.platform.outbox.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.Call;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.platform.registry.Catalogue;
import io.renoz.platform.registry.ScratchDatabase;
import io.renoz.platform.registry.gate.Gate;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobsAtScaleIT {

    private static final int ORGANIZATIONS = Integer.getInteger("organizations", 1_000);
    private static final Duration ENOUGH = Duration.ofMinutes(4);

    private final Catalogue catalogue = new Catalogue();
    private final Jobs jobs = new Jobs();
    private final ConcurrentHashMap<UUID, AtomicInteger> runs = new ConcurrentHashMap<>();
    private final List<JobEngine> nodes = new ArrayList<>();

    @BeforeEach
    void begin() {
        ScratchDatabase.organizations();
        ScratchDatabase.execute("delete from platform.scheduled_job_runs; delete from platform.scheduled_jobs;"
                + "delete from platform.job_executions");
        ScratchDatabase.define("delete from settings.organizations");
        ScratchDatabase.execute("insert into settings.organizations (id) select gen_random_uuid()"
                + " from generate_series(1, " + ORGANIZATIONS + ")");
    }

    @AfterEach
    void end() throws InterruptedException {
        for (JobEngine node : nodes) {
            node.close();
        }
        ScratchDatabase.define("delete from settings.organizations");
    }

    private void node() {
        nodes.add(new JobEngine(
                ScratchDatabase.databases(),
                ScratchDatabase.transactions(),
                new Gate(ScratchDatabase.databases(), catalogue, catalogue),
                catalogue,
                jobs,
                Clock.systemUTC(),
                (module, files) -> false));
    }

    private final class Nightly implements Job {

        @Override
        public String name() {
            return "settings.tidy";
        }

        @Override
        public Schedule schedule() {
            return Schedule.dailyAt(LocalTime.of(2, 0));
        }

        @Override
        public Optional<String> run(Optional<String> from) {
            runs.computeIfAbsent(Call.tenant(), organization -> new AtomicInteger())
                    .incrementAndGet();
            return Optional.empty();
        }
    }

    private static double await(String what, String sql, int count) {
        long begun = System.nanoTime();
        while (!ScratchDatabase.value(sql).equals(Integer.toString(count))) {
            assertThat(System.nanoTime() - begun).as(what).isLessThan(ENOUGH.toNanos());
            LockSupport.parkNanos(50_000_000);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.err.printf("%s: %.1f s%n", what, seconds);
        return seconds;
    }

    @Test
    @DisplayName("PLT-11: in thousands of organizations whose job is due at once it runs once each")
    void carriesThousandsOfOrganizations() {
        jobs.arrive("settings", new Nightly());
        node();
        node();
        await("planned", "select count(*) from platform.scheduled_jobs where next_run_at > now()", ORGANIZATIONS);

        ScratchDatabase.execute("update platform.job_executions set execution_time = now() - interval '1 hour'");

        await("done", "select count(*) from platform.scheduled_job_runs where state = 'finished'", ORGANIZATIONS);
        assertThat(runs).hasSize(ORGANIZATIONS);
        assertThat(runs.values()).allMatch(times -> times.get() == 1);
    }
}
