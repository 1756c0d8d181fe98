package io.renoz.platform.data;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that goes wrong for everybody at once: told when it begins and when it is over, whoever meets it. Thread-safe. */
final class Trouble {

    private static final Logger log = LoggerFactory.getLogger(Trouble.class);
    private static final long NONE = 0;

    private final String what;
    private final String end;
    private final AtomicLong since = new AtomicLong(NONE);

    /**
     * A kind of trouble.
     *
     * @param what begins the line that tells it, before its cause
     * @param end begins the line that tells that it is over
     */
    Trouble(String what, String end) {
        this.what = what;
        this.end = end;
    }

    void met(Throwable cause) {
        if (since.compareAndSet(NONE, System.nanoTime() | 1)) {
            log.warn("{}: {}", what, firstLine(cause));
        }
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** Said with every success, so it costs next to nothing. */
    void over() {
        long begun = since.get();
        if (begun != NONE && since.compareAndSet(begun, NONE)) {
            log.info(
                    "{} after {} s",
                    end,
                    Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3);
        }
    }
}
