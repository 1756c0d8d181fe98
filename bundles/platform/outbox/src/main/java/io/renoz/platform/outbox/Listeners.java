package io.renoz.platform.outbox;

import io.renoz.event.EventListener;
import io.renoz.kernel.Descriptors;
import io.renoz.module.Modules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/** The event listeners of the deployed modules. */
@Component(service = Listeners.class)
public final class Listeners {

    private final Map<String, Listener> known = new ConcurrentHashMap<>();
    private final List<Consumer<Listener>> arrivals = new CopyOnWriteArrayList<>();
    private final Modules modules;
    private final @Nullable ServiceTracker<EventListener, EventListener> tracker;

    @Activate
    public Listeners(BundleContext context, @Reference Modules modules) {
        this.modules = modules;
        tracker = new ServiceTracker<>(context, EventListener.class, null) {
            @Override
            public @Nullable EventListener addingService(ServiceReference<EventListener> reference) {
                Optional<String> module = Descriptors.nameOf(reference.getBundle());
                if (module.isEmpty()) {
                    return null;
                }
                EventListener service = context.getService(reference);
                arrive(module.get(), named(reference), service);
                return service;
            }

            @Override
            public void removedService(ServiceReference<EventListener> reference, EventListener service) {
                known.values().forEach(listener -> listener.leave(service));
                context.ungetService(reference);
            }
        };
        tracker.open();
    }

    Listeners(Modules modules) {
        this.modules = modules;
        tracker = null;
    }

    @Deactivate
    void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    /** Class of the component, without its package. */
    private static String named(ServiceReference<EventListener> reference) {
        String component = String.valueOf(reference.getProperty("component.name"));
        return component.substring(component.lastIndexOf('.') + 1);
    }

    void arrive(String module, String handler, EventListener service) {
        String name = module + "." + handler;
        Listener listener = known.computeIfAbsent(name, key -> new Listener(name, module));
        listener.arrive(service);
        arrivals.forEach(arrival -> arrival.accept(listener));
    }

    /** Hears of each listener that comes, or comes back, until the answer is run. */
    Runnable onArrival(Consumer<Listener> arrival) {
        arrivals.add(arrival);
        known.values().stream().filter(Listener::present).forEach(arrival);
        return () -> arrivals.remove(arrival);
    }

    /** Those whose module is deployed, whether they can be called at this moment or not. */
    List<Listener> all() {
        return known.values().stream()
                .filter(listener ->
                        listener.present() || modules.find(listener.module()).isPresent())
                .toList();
    }

    Optional<Listener> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    String[] present() {
        return known.values().stream()
                .filter(Listener::present)
                .map(Listener::name)
                .toArray(String[]::new);
    }
}
