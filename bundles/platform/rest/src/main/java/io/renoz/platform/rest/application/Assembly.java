package io.renoz.platform.rest.application;

import io.renoz.platform.rest.application.Publisher.Application;
import io.renoz.platform.rest.operation.Mount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** The resources that are to become one application, and the application they became. Thread-safe. */
final class Assembly {

    /** Pause between a change and the next look, so that a bundle with many resources is built once. */
    static final long PAUSE_MILLIS = 20;

    /** How long resources that are still missing are waited for, before the others are served without them. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(3);

    enum Next {
        NOTHING,
        WAIT,
        BUILD
    }

    private final Map<ServiceReference<Object>, Object> resources = new TreeMap<>();
    private Mount mount;
    private @Nullable Application application;
    private @Nullable String failure;
    private long changedAt;
    private boolean dirty;

    Assembly(Mount mount) {
        this.mount = mount;
    }

    /** The same place, as its bundle declares it now. */
    synchronized Assembly standing(Mount now) {
        mount = now;
        return this;
    }

    synchronized Mount mount() {
        return mount;
    }

    synchronized void add(ServiceReference<Object> reference, Object resource) {
        resources.put(reference, resource);
    }

    synchronized boolean has(ServiceReference<Object> reference) {
        return resources.containsKey(reference);
    }

    /** Takes a resource out; with the last one the application ends at once, since its bundle is about to. */
    synchronized void remove(ServiceReference<Object> reference) {
        resources.remove(reference);
        if (resources.isEmpty()) {
            stop();
        }
    }

    synchronized void changed() {
        changedAt = System.nanoTime();
        dirty = true;
        failure = null;
    }

    /** What is to be done now. */
    synchronized Next next(Expected expected) {
        if (!dirty || resources.isEmpty()) {
            return Next.NOTHING;
        }
        long since = System.nanoTime() - changedAt;
        boolean leaving = bundles().anyMatch(bundle -> bundle.getState() == Bundle.STOPPING);
        boolean incomplete = bundles().anyMatch(b -> !expected.missing(b).isEmpty());
        boolean early = since < TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS) - 1_000_000;
        return leaving || early || (incomplete && since < PATIENCE) ? Next.WAIT : Next.BUILD;
    }

    private Stream<Bundle> bundles() {
        return resources.keySet().stream()
                .<Bundle>mapMulti((reference, sink) -> {
                    Bundle bundle = reference.getBundle();
                    if (bundle != null) {
                        sink.accept(bundle);
                    }
                })
                .distinct();
    }

    /** Publishes what is there, in the place of what was before; tells how many operations there are. */
    synchronized int publish(Publisher publisher) {
        stop();
        dirty = false;
        Application published = publisher.publish(mount, List.copyOf(resources.values()));
        application = published;
        return published.part().operations().size();
    }

    private void stop() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    synchronized void failed(Throwable cause) {
        failure = "Its resources cannot be published: " + cause.getMessage();
    }

    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    synchronized boolean isEmpty() {
        return resources.isEmpty();
    }

    synchronized boolean isPublished() {
        return application != null;
    }

    synchronized Optional<Application> application() {
        return Optional.ofNullable(application);
    }

    /** Whether a resource's path begins with a segment. */
    synchronized boolean claims(String segment) {
        return resources.values().stream().anyMatch(resource -> {
            Path path = resource.getClass().getAnnotation(Path.class);
            String first =
                    path == null ? "" : path.value().replaceFirst("^/", "").replaceFirst("/.*", "");
            return first.equals(segment);
        });
    }
}
