package io.renoz.platform.outbox;

import io.renoz.data.Actor;
import io.renoz.data.Call;
import io.renoz.data.Databases;
import io.renoz.data.Ids;
import io.renoz.data.Request;
import io.renoz.data.Transactions;
import io.renoz.kernel.Migrator;
import io.renoz.kernel.Outages;
import io.renoz.module.ModuleDescriptor;
import io.renoz.module.ModuleGate;
import io.renoz.module.Modules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls listeners, four at a time on each node: at once after a commit here, within a second after one elsewhere. Events alike
 * that one request caused share a transaction.
 *
 * <p>The handler's transaction also holds the mark that it is done, so what a handler does to the database happens once; what
 * it does elsewhere may happen again.
 */
@Component(
        immediate = true,
        service = {})
public final class Deliverer {

    private static final Logger log = LoggerFactory.getLogger(Deliverer.class);
    private static final int HANDS = 4;
    /** So few that slow handlers are through before the claims run out, so many that looking for them is worth the while. */
    private static final int MOST_CLAIMED = 100;

    private static final long POLL_MILLIS = 1_000;
    private static final long STOP_SECONDS = 10;

    private final Databases databases;
    private final Transactions transactions;
    private final ModuleGate gate;
    private final Modules modules;
    private final Listeners listeners;
    private final Waking waking;
    private final Deliveries deliveries;
    private final Instant began;
    private final Semaphore free = new Semaphore(MOST_CLAIMED);
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, Threads.numbered("renoz-event"));
    private final Thread thread = Threads.daemon("renoz-events", this::work);
    private final Runnable deaf;
    private volatile boolean stopped;

    /** {@code schema} is there as soon as the tables are. */
    @Activate
    public Deliverer(
            @Reference Databases databases,
            @Reference Transactions transactions,
            @Reference ModuleGate gate,
            @Reference Modules modules,
            @Reference Listeners listeners,
            @Reference Waking waking,
            @Reference Clock clock,
            @Reference Migrator schema) {
        this.databases = databases;
        this.transactions = transactions;
        this.gate = gate;
        this.modules = modules;
        this.listeners = listeners;
        this.waking = waking;
        deliveries = new Deliveries(databases.platform(), Ids.next().toString());
        began = clock.instant();
        deaf = listeners.onArrival(this::catchUp);
        thread.start();
    }

    /** What is being handled ends first. */
    @Deactivate
    void close() throws InterruptedException {
        deaf.run();
        stopped = true;
        waking.wake();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        hands.shutdown();
        if (!hands.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Events are still being handled; what does not end in time is handled again elsewhere");
            hands.shutdownNow();
        }
    }

    /** While the platform starts, modules may act before those that listen to them are there. */
    private void catchUp(Listener listener) {
        hands.execute(() -> {
            boolean core = modules.find(listener.module())
                    .filter(ModuleDescriptor::core)
                    .isPresent();
            try {
                if (deliveries.missed(listener, core, began) > 0) {
                    waking.wake();
                }
            } catch (SQLException e) {
                log.error("What {} missed could not be looked up", listener.name(), e);
            }
        });
    }

    private void work() {
        try {
            while (!stopped) {
                if (!handOut()) {
                    waking.await(POLL_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more right now. */
    private boolean handOut() {
        int places = free.availablePermits();
        String[] present = listeners.present();
        if (places < MOST_CLAIMED / 2 || present.length == 0) {
            return false;
        }
        List<Claim> claims;
        try {
            claims = deliveries.claim(present, places);
        } catch (SQLException e) {
            if (!Outages.behind(e)) {
                log.warn("Due events cannot be looked up at the moment: {}", e.getMessage());
            }
            log.debug("In full:", e);
            return false;
        }
        Batch.of(claims).forEach(batch -> {
            free.acquireUninterruptibly(batch.size());
            hands.execute(() -> {
                try {
                    Claim first = batch.first();
                    LogContext.within(first.organization(), request(first), first.listener(), () -> deliver(batch));
                } finally {
                    free.release(batch.size());
                    waking.wake();
                }
            });
        });
        return claims.size() == places;
    }

    @SuppressWarnings("CatchingThrowable")
    private void deliver(Batch batch) {
        Claim first = batch.first();
        try {
            Listener listener =
                    listeners.find(first.listener()).orElseThrow(() -> new Presence.Absent(first.listener()));
            if (!gate.isEnabled(first.organization(), listener.module())) {
                deliveries.dropped(batch.claims()); // PLT-03
                return;
            }
            transactions.run(call(first), () -> {
                handle(listener, batch);
                return null;
            });
        } catch (Presence.Absent e) {
            record(() -> deliveries.postponed(batch.claims()));
        } catch (Exception | LinkageError | AssertionError e) {
            if (batch.size() > 1) {
                batch.claims().forEach(claim -> deliver(Batch.of(claim))); // one of them fails, not all
            } else {
                refused(first, e);
            }
        }
    }

    /** The marks come first, so that nobody else can take the events while the handler works. */
    private void handle(Listener listener, Batch batch) throws SQLException {
        List<Claim> ours;
        try (Connection connection = databases.module("platform").getConnection()) {
            ours = deliveries.delivered(connection, batch.claims());
        }
        ours.forEach(claim -> listener.handle(claim.occurrence()));
    }

    private void refused(Claim claim, Throwable e) {
        log.warn(
                "{} did not take {} of {}, attempt {}: {}",
                claim.listener(),
                claim.event().name(),
                claim.organization(),
                claim.attempt(),
                e.toString());
        log.debug("In full:", e);
        record(() -> deliveries.failed(claim, e.toString()));
    }

    private static Call call(Claim claim) {
        return new Call(
                claim.organization(),
                Actor.system("event " + claim.event().name()),
                Set.of("*"),
                Request.none(request(claim)),
                false);
    }

    /** The request that caused it; a claim that nobody asked for stands for itself. */
    private static UUID request(Claim claim) {
        return claim.request() == null ? claim.id() : claim.request();
    }

    @FunctionalInterface
    private interface Recording {
        void run() throws SQLException;
    }

    /** When this fails too, the claim runs out and the event is taken again. */
    private static void record(Recording recording) {
        try {
            recording.run();
        } catch (SQLException e) {
            log.error("The fate of a delivery could not be written", e);
        }
    }
}
