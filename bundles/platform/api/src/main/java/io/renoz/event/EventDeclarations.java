package io.renoz.event;

import io.renoz.module.Extension;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The events that a module publishes by itself, through {@link EventPublisher}. Those of entities marked
 * {@link io.renoz.data.Emits} are known without it.
 */
@Extension
@ConsumerType
public interface EventDeclarations {

    /** All of them; always the same. */
    List<EventType> list();
}
