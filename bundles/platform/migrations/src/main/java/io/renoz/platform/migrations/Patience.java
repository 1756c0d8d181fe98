package io.renoz.platform.migrations;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again while others hold the locks a migration needs, waiting longer each time. The migration itself waits for a lock
 * only a moment, because whoever queues for one stalls all who come after.
 */
public final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);

    /** Lock not available, deadlock, serialization failure. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 1_000;

    private final Duration limit;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Patience(Duration limit) {
        this.limit = limit;
    }

    /** Patience with a database that stays busy for so long; about one try a second. */
    public static Patience ofSeconds(long seconds) {
        return new Patience(Duration.ofSeconds(seconds));
    }

    /** Does {@code work} until the database is not busy, or patience ends; then the last refusal is thrown. */
    void until(String what, Callable<?> work) throws Exception {
        long start = System.nanoTime();
        for (long wait = FIRST_MILLIS; ; wait = Math.min(LONGEST_MILLIS, wait * 2)) {
            try {
                work.call();
                return;
            } catch (Exception e) {
                boolean over = System.nanoTime() - start > limit.toNanos();
                if (!busy(e) || over || ended.await(wait, TimeUnit.MILLISECONDS)) {
                    throw e;
                }
                log.info("{}: others hold the locks it needs, trying again.", what);
            }
        }
    }

    /** Nobody waits any more. */
    void end() {
        ended.countDown();
    }

    private static boolean busy(Exception e) {
        SQLException cause = Failures.sqlCause(e);
        return cause != null && BUSY.contains(cause.getSQLState());
    }
}
