package io.renoz.platform.outbox;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
import io.renoz.event.Occurrence;
import java.util.Set;

/** A listener by its name. It stays known while its module is being replaced, so that nothing is lost meanwhile. */
final class Listener {

    private final String name;
    private final String module;
    private final Presence<EventListener> presence;
    private volatile Set<String> events = Set.of();

    Listener(String name, String module) {
        this.name = name;
        this.module = module;
        presence = new Presence<>(name);
    }

    String name() {
        return name;
    }

    String module() {
        return module;
    }

    Set<String> events() {
        return events;
    }

    boolean present() {
        return presence.present();
    }

    /** Whether the listener, in the current organization, is to have an event; one that is away for a moment is. */
    boolean hears(DomainEvent event) {
        return events.stream().anyMatch(pattern -> fits(pattern, event.name())) && wants(event);
    }

    private boolean wants(DomainEvent event) {
        try {
            return presence.with(listener -> listener.wants(event));
        } catch (Presence.Absent e) {
            return true;
        }
    }

    private static boolean fits(String pattern, String event) {
        if (pattern.startsWith("*")) {
            return event.endsWith(pattern.substring(1));
        }
        return pattern.endsWith(".*")
                ? event.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(event);
    }

    void arrive(EventListener listener) {
        events = Set.copyOf(listener.events());
        presence.arrive(listener);
    }

    void leave(EventListener listener) {
        presence.leave(listener);
    }

    void handle(Occurrence occurrence) {
        presence.with(listener -> {
            listener.handle(occurrence);
            return occurrence;
        });
    }
}
