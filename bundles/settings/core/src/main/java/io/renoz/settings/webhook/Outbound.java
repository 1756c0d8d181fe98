package io.renoz.settings.webhook;

import io.renoz.data.Call;
import io.renoz.data.Transactions;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is due: takes a delivery in one transaction, sends it in none, writes down how it went in another. Organizations
 * take turns after each delivery. What a node that dies had in hand is taken again when its lease has run out.
 */
@Component(service = Outbound.class)
public final class Outbound {

    private static final Logger log = LoggerFactory.getLogger(Outbound.class);
    private static final int HANDS = 32;
    private static final long STOP_SECONDS = 15;

    private final Transactions transactions;
    private final Queue queue;
    private final Outcomes outcomes;
    private final Sender sender;
    private final Alarm alarm;
    private final Clock clock;
    private final Map<UUID, Desk> desks = new ConcurrentHashMap<>();
    private final AtomicInteger named = new AtomicInteger();
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, this::thread);

    @Activate
    public Outbound(
            @Reference Transactions transactions,
            @Reference Queue queue,
            @Reference Outcomes outcomes,
            @Reference Sender sender,
            @Reference Alarm alarm,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.outcomes = outcomes;
        this.sender = sender;
        this.alarm = alarm;
        this.clock = clock;
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "renoz-webhook-" + named.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** What is being sent ends first. */
    @Deactivate
    void close() throws InterruptedException {
        hands.shutdown();
        if (!hands.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Webhooks are still being sent; what does not end in time is sent again");
            hands.shutdownNow();
        }
    }

    /** How many hands work for an organization, and whether there is news that none of them has looked for. */
    private static final class Desk {
        private int busy;
        private boolean news;
    }

    /** There may be something due in an organization. */
    void wake(UUID organization) {
        desks.compute(organization, (id, before) -> {
            Desk desk = before == null ? new Desk() : before;
            desk.news = true;
            if (desk.busy < Queue.AT_ONCE) {
                desk.busy++;
                start(organization);
            }
            return desk;
        });
    }

    private void start(UUID organization) {
        try {
            hands.execute(() -> work(organization));
        } catch (RejectedExecutionException e) {
            log.debug("The node stops; {} is looked after elsewhere", organization);
        }
    }

    private void looking(UUID organization) {
        desks.computeIfPresent(organization, (id, desk) -> {
            desk.news = false;
            return desk;
        });
    }

    /** Whether there was news meanwhile; otherwise the hand is free. */
    private boolean stays(UUID organization) {
        boolean[] stays = {false};
        desks.computeIfPresent(organization, (id, desk) -> {
            stays[0] = desk.news;
            if (!desk.news) {
                desk.busy--;
            }
            return desk.busy == 0 && !desk.news ? null : desk;
        });
        return stays[0];
    }

    /** One delivery, then the others' turn. */
    private void work(UUID organization) {
        try {
            looking(organization);
            Optional<Queue.Claim> claim = transactions.run(call(organization), this::claim);
            if (claim.isPresent()) {
                wake(organization); // perhaps there is more, for another hand
                deliver(organization, claim.get());
                start(organization);
            } else if (stays(organization)) {
                start(organization);
            }
        } catch (RuntimeException e) {
            log.warn("Webhooks of {} wait, since something went wrong: {}", organization, e.toString());
            log.debug("In full:", e);
            desks.computeIfPresent(organization, (id, desk) -> --desk.busy == 0 ? null : desk);
        }
    }

    private Optional<Queue.Claim> claim() {
        Optional<Queue.Claim> claim = queue.claim();
        if (claim.isPresent()) {
            alarm.set(clock.instant().plus(Queue.LEASE));
        }
        return claim;
    }

    private void deliver(UUID organization, Queue.Claim claim) {
        Attempt attempt = sender.send(claim.message());
        transactions.run(call(organization), () -> {
            outcomes.record(claim, attempt);
            return claim;
        });
    }

    private static Call call(UUID organization) {
        return Call.system(organization, "webhooks");
    }
}
