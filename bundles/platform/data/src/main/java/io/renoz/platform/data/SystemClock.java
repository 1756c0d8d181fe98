package io.renoz.platform.data;

import java.time.Clock;
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

    private final ServiceRegistration<Clock> service;

    @Activate
    public SystemClock(BundleContext context) {
        service = context.registerService(Clock.class, Clock.systemUTC(), null);
    }

    @Deactivate
    void close() {
        service.unregister();
    }
}
