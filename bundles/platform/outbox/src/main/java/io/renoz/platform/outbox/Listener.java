package io.renoz.platform.outbox;

import io.renoz.event.DomainEvent;
import io.renoz.event.EventListener;
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

    boolean hears(String event) {
        return events.stream()
                .anyMatch(pattern -> pattern.endsWith(".*")
                        ? event.startsWith(pattern.substring(0, pattern.length() - 1))
                        : pattern.equals(event));
    }

    void arrive(EventListener listener) {
        events = Set.copyOf(listener.events());
        presence.arrive(listener);
    }

    void leave(EventListener listener) {
        presence.leave(listener);
    }

    void handle(DomainEvent event) {
        presence.with(listener -> {
            listener.handle(event);
            return event;
        });
    }
}
