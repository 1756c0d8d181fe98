package io.renoz.event;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Knows what is published: the events of entities that emit them, and what modules declare. Thread-safe. */
@ProviderType
public interface EventTypes {

    /** The events of the modules that are on for the current organization, by name. */
    List<EventType> all();
}
