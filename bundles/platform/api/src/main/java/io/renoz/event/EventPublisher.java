package io.renoz.event;

import org.osgi.annotation.versioning.ProviderType;

/** Publishes domain events. Thread-safe. */
@ProviderType
public interface EventPublisher {

    /**
     * Writes the event with the transaction of the call; it is delivered after the commit, at least once, in order for one
     * record. Nothing is written when the transaction rolls back.
     */
    void publish(DomainEvent event);
}
