package io.renoz.event;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of domain events, of its own module or others; only while its module is on for the organization. */
@ConsumerType
public interface EventListener {

    /** Names of events, beginnings of names followed by {@code .*}, {@code *} for all, or {@code *.deleted} and the like. */
    Set<String> events();

    /**
     * Whether the current organization has a use for such an event at all. Asked within the transaction that publishes it, of
     * every event: to be answered from memory, or nearly so. What nobody has a use for is not delivered.
     */
    default boolean wants(DomainEvent event) {
        return true;
    }

    /** At least once, in the event's organization, in a transaction of its own; a failure is tried again later. */
    void handle(DomainEvent event);

    /** The same with what tells one event from another; by default without it. */
    default void handle(Occurrence occurrence) {
        handle(occurrence.event());
    }
}
