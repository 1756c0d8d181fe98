package io.renoz.platform.migrations;

import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceRegistration;

/**
 * A module's DataSource: registered by the migrating thread, unregistered by whoever stops the bundle, in whatever
 * order the two come. No lock is held while either happens, because the whole chain hangs on it.
 */
final class Gate {

    private static final Object CLOSED = new Object();

    private final AtomicReference<@Nullable Object> state = new AtomicReference<>();

    void open(ServiceRegistration<DataSource> source) {
        if (!state.compareAndSet(null, source)) {
            source.unregister();
        }
    }

    void close() {
        if (state.getAndSet(CLOSED) instanceof ServiceRegistration<?> source) {
            source.unregister();
        }
    }
}
