package io.renoz.testing;

import io.renoz.event.DomainEvent;
import io.renoz.kernel.AuditSink;
import io.renoz.kernel.EventSink;
import io.renoz.kernel.RecordChange;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what transactions have to tell, for tests to look at. */
final class Sinks {

    final List<RecordChange> changes = new CopyOnWriteArrayList<>();
    final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    AuditSink audit() {
        return changes::addAll;
    }

    EventSink outbox() {
        return events::addAll;
    }
}
