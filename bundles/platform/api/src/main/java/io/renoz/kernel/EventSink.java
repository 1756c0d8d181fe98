package io.renoz.kernel;

import io.renoz.event.DomainEvent;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Writes the outbox; implemented once, by the platform's outbox. */
@ConsumerType
public interface EventSink {

    /** Writes the events in the current transaction, in one batch; called just before its commit. */
    void write(List<DomainEvent> events);
}
