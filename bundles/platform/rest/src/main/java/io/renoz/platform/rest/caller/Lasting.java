package io.renoz.platform.rest.caller;

import io.renoz.platform.rest.front.Door;
import io.renoz.problem.Problem;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * A service of a core module that the platform cannot do without: while the module is replaced, those inside finish and
 * those who come wait for the next one. Thread-safe.
 */
final class Lasting<S> implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Door door = new Door();
    private final @Nullable ServiceTracker<S, S> tracker;
    private volatile @Nullable S service;
    private volatile boolean seen;

    /** Follows a service. */
    Lasting(BundleContext context, Class<S> type) {
        tracker = new ServiceTracker<>(context, type, null) {
            @Override
            public S addingService(ServiceReference<S> reference) {
                S found = context.getService(reference);
                set(found);
                return found;
            }

            @Override
            public void removedService(ServiceReference<S> reference, S old) {
                lose(old);
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    /** One that is always there. */
    Lasting(S service) {
        tracker = null;
        set(service);
    }

    private void set(S found) {
        service = found;
        seen = true;
        door.open();
    }

    private void lose(S old) {
        if (service == old) {
            door.shut();
            door.drain(DRAIN);
            service = null;
        }
    }

    /**
     * Asks the service.
     *
     * @throws Problem {@code unavailable} when it is not there and does not come back soon
     */
    <T> T ask(Function<S, T> question) {
        while (!door.enter()) {
            if (!seen || !door.awaitOpen(WAIT)) {
                throw Problem.of("unavailable", "The platform is starting; try again.");
            }
        }
        try {
            S there = service;
            if (there == null) {
                throw Problem.of("unavailable", "The platform is starting; try again.");
            }
            return question.apply(there);
        } finally {
            door.leave();
        }
    }

    @Override
    public void close() {
        if (tracker != null) {
            tracker.close();
        }
    }
}
