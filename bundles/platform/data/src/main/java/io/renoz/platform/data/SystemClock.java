package io.renoz.platform.data;

import java.time.Clock;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Offers the clock that everything reads the time from. */
@Component(
        immediate = true,
        service = {})
public final class SystemClock {

    /** What a timestamptz keeps, so that an answer shows a moment as it will be read again. */
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final ServiceRegistration<Clock> service;

    @Activate
    public SystemClock(BundleContext context) {
        service = context.registerService(Clock.class, Clock.tick(Clock.systemUTC(), MICROSECOND), null);
    }

    @Deactivate
    void close() {
        service.unregister();
    }
}
