package io.renoz.event;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of domain events, of its own module or others; only while its module is on for the organization. */
@ConsumerType
public interface EventListener {

    /** Names of events, or prefixes ending in {@code .*}. */
    Set<String> events();

    /** At least once, in the event's organization, in a transaction of its own; a failure is tried again later. */
    void handle(DomainEvent event);
}
