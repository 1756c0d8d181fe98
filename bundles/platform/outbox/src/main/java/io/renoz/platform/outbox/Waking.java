package io.renoz.platform.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;

/** Lets the deliverer sleep until there may be something to do. */
@Component(service = Waking.class)
public final class Waking {

    private final Semaphore signals = new Semaphore(0);

    void wake() {
        signals.release();
    }

    /** Returns when somebody woke it since the last time, or after the time. */
    void await(long millis) throws InterruptedException {
        if (signals.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }
}
