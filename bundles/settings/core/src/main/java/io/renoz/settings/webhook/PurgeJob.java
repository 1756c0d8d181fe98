package io.renoz.settings.webhook;

import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes deliveries older than 30 days, some thousand in one transaction. */
@Component
public final class PurgeJob implements Job {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 5_000;

    private final Queue queue;
    private final Clock clock;

    @Activate
    public PurgeJob(@Reference Queue queue, @Reference Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settings.purge-webhook-deliveries";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 40));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        return queue.prune(clock.instant().minus(KEPT), BATCH) < BATCH ? Optional.empty() : Optional.of("more");
    }
}
