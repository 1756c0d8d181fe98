package io.renoz.platform.mail;

import io.renoz.kernel.Outages;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries mails, two at a time on each node, with no database transaction open meanwhile. */
final class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final int HANDS = 2;
    private static final long POLL_MILLIS = 5_000;
    private static final long PRUNE_MILLIS = 3_600_000;
    private static final long STOP_SECONDS = 10;

    private final Bag bag;
    private final Carrier carrier;
    private final Semaphore signals = new Semaphore(0);
    private final Semaphore free = new Semaphore(HANDS);
    private final ExecutorService hands;
    private final Thread thread;
    private volatile boolean stopped;

    Postman(Bag bag, Carrier carrier) {
        this.bag = bag;
        this.carrier = carrier;
        var number = new AtomicInteger();
        hands = Executors.newFixedThreadPool(HANDS, work -> daemon(work, "renoz-mail-" + number.incrementAndGet()));
        thread = daemon(this::work, "renoz-mails");
    }

    private static Thread daemon(Runnable work, String name) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        thread.start();
    }

    void wake() {
        signals.release();
    }

    /** What is being handed over ends first. */
    void close() throws InterruptedException {
        stopped = true;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        hands.shutdown();
        if (!hands.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Mails are still being handed over; what does not end in time may be sent twice");
            hands.shutdownNow();
        }
    }

    private void work() {
        long pruned = System.nanoTime();
        try {
            while (!stopped) {
                if (!round() && signals.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                    signals.drainPermits();
                }
                if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - pruned) > PRUNE_MILLIS) {
                    pruned = System.nanoTime();
                    prune();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more right now. */
    private boolean round() {
        int places = free.availablePermits();
        if (places == 0) {
            return false;
        }
        List<Claim> claims;
        try {
            claims = bag.claim(places);
        } catch (SQLException e) {
            tell("Mails cannot be looked up at the moment: {}", e);
            return false;
        }
        for (Claim claim : claims) {
            free.acquireUninterruptibly();
            hands.execute(() -> {
                try {
                    carry(claim);
                } finally {
                    free.release();
                    wake();
                }
            });
        }
        return claims.size() == places;
    }

    /** When the outcome cannot be written the claim runs out and the mail is carried again. */
    @SuppressWarnings("CatchingThrowable") // whatever a library throws is an attempt that failed
    private void carry(Claim claim) {
        try {
            try {
                carrier.carry(bag.open(claim));
            } catch (Exception | LinkageError e) {
                log.warn("Mail {} was not taken, attempt {}: {}", claim.id(), claim.attempt(), oneLine(e));
                log.debug("In full:", e);
                bag.failed(claim, oneLine(e));
                return;
            }
            bag.sent(claim);
        } catch (SQLException e) {
            tell("The fate of a mail could not be written: {}", e);
        }
    }

    private static String oneLine(Throwable e) {
        return e.toString().replaceAll("\\s+", " ").strip();
    }

    private void prune() {
        try {
            log.debug("Pruned {} failed mails", bag.prune());
        } catch (SQLException e) {
            tell("Old mails could not be pruned: {}", e);
        }
    }

    private static void tell(String words, SQLException e) {
        if (!Outages.behind(e)) {
            log.warn(words, e.getMessage());
        }
        log.debug("In full:", e);
    }
}
