package io.renoz.platform.rest.front;

import io.renoz.kernel.Routes;
import io.renoz.platform.rest.health.Figures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The doors of this node by mount: a module's name, {@code operator}, or nothing for the kernel's own resources. */
@Component(service = {Routes.class, Doors.class})
public final class Doors implements Routes {

    private static final Logger log = LoggerFactory.getLogger(Doors.class);

    private final Map<String, Door> doors = new ConcurrentHashMap<>();
    private final Figures figures;
    private final SynchronousBundleListener end = this::changed;
    private final BundleContext context;
    private volatile boolean stopping;

    @Activate
    public Doors(BundleContext context, @Reference Figures figures) {
        this.context = context;
        this.figures = figures;
        context.addBundleListener(end);
    }

    @Deactivate
    void close() {
        context.removeBundleListener(end);
        stop();
    }

    private void changed(BundleEvent event) {
        if (event.getBundle().getBundleId() == 0 && event.getType() == BundleEvent.STOPPING) {
            stop();
        }
    }

    /** The platform ends: who waits at a door would wait for nothing. */
    void stop() {
        stopping = true;
        doors.values().forEach(Door::release);
    }

    /** Whether the platform is about to end. */
    boolean stopping() {
        return stopping || context.getBundle(0).getState() == Bundle.STOPPING;
    }

    /** The door of a mount, if anything was ever behind it. */
    public Optional<Door> find(String mount) {
        return Optional.ofNullable(doors.get(mount));
    }

    /** Opens the door of a mount. */
    public void open(String mount) {
        Door door = doors.computeIfAbsent(mount, name -> new Door());
        long shutFor = door.shutFor();
        int released = door.open();
        if (released > 0) {
            log.info(
                    "{} is open again; {} requests had waited, up to {} ms",
                    named(mount),
                    released,
                    shutFor / 1_000_000);
        }
    }

    @Override
    public boolean hold(String module, Duration limit) {
        Door door = doors.get(module);
        if (door == null || door.isGone()) {
            return true;
        }
        boolean wasOpen = door.isOpen();
        door.shut();
        long start = System.nanoTime();
        boolean drained = door.drain(limit);
        if (wasOpen) {
            figures.drained(module, drained);
            log.debug(
                    "{} is shut; drained: {}, {} ms", named(module), drained, (System.nanoTime() - start) / 1_000_000);
        }
        if (!drained) {
            log.warn("{} requests of {} are still running after {}", door.inside(), named(module), limit);
        }
        return drained;
    }

    @Override
    public void gone(String module) {
        doors.computeIfPresent(module, (name, door) -> {
            door.gone();
            return door;
        });
    }

    private static String named(String mount) {
        return mount.isEmpty() ? "platform" : mount;
    }
}
