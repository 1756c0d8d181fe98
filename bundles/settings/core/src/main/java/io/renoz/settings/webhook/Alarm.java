package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import io.renoz.job.JobScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks for the job that delivers, once for each moment: moments are rounded up to the next five seconds, and those that were
 * asked for on this node are remembered.
 */
@Component(service = Alarm.class)
public final class Alarm {

    private static final Duration STEP = Duration.ofSeconds(5);

    private final JobScheduler scheduler;
    private final Transactions transactions;
    private final Clock clock;
    private final Map<UUID, Set<Instant>> asked = new ConcurrentHashMap<>();

    @Activate
    public Alarm(@Reference JobScheduler scheduler, @Reference Transactions transactions, @Reference Clock clock) {
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Deliveries of the current organization are looked at then, once the current transaction has committed. */
    void set(Instant moment) {
        UUID organization = Call.tenant();
        Instant rounded = rounded(moment);
        if (!remembered(organization, rounded)) {
            scheduler.runAt(DeliverJob.NAME, rounded);
            transactions.afterCommit(() -> remember(organization, rounded));
        }
    }

    static Instant rounded(Instant moment) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond() + step, step) * step);
    }

    private boolean remembered(UUID organization, Instant moment) {
        Set<Instant> moments = asked.get(organization);
        if (moments == null) {
            return false;
        }
        synchronized (moments) {
            return moments.contains(moment);
        }
    }

    private void remember(UUID organization, Instant moment) {
        asked.compute(organization, (id, before) -> {
            Set<Instant> moments = before == null ? new TreeSet<>() : before;
            synchronized (moments) {
                moments.removeIf(past -> past.isBefore(clock.instant()));
                moments.add(moment);
            }
            return moments;
        });
    }
}
