package io.renoz.platform.outbox.job;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;

/** The database's time, so that nodes whose clocks differ agree on what is due. Thread-safe. */
final class DatabaseClock implements Clock {

    private final java.time.Clock local;
    private volatile Duration ahead = Duration.ZERO;

    DatabaseClock(java.time.Clock local) {
        this.local = local;
    }

    void set(Instant now) {
        ahead = Duration.between(local.instant(), now);
    }

    @Override
    public Instant now() {
        return local.instant().plus(ahead);
    }
}
