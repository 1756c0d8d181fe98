package io.renoz.platform.data;

import io.renoz.event.DomainEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a transaction has to write down before it commits, and to do afterwards. One a transaction, used by its thread. */
final class Ledger {

    /** Some rows have the id of another table's row. */
    private record Key(Tracked type, UUID id) {}

    private final Map<Key, Change> changes = new LinkedHashMap<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterRollback = new ArrayList<>();
    private final List<Unit.Context> contexts = new ArrayList<>();

    private final boolean nested;

    /** {@code nested} when another transaction of this thread waits for this one. */
    Ledger(boolean nested) {
        this.nested = nested;
    }

    boolean nested() {
        return nested;
    }

    void opened(Unit.Context context) {
        contexts.add(context);
    }

    void flush() {
        contexts.forEach(Unit.Context::flush);
    }

    /** Takes another change of a record to what is known of it. */
    void record(Change change) {
        changes.merge(new Key(change.type(), change.row().id()), change, Change::then);
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    void publish(DomainEvent event) {
        events.add(event);
    }

    List<DomainEvent> events() {
        return List.copyOf(events);
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    List<Runnable> afterCommit() {
        return List.copyOf(afterCommit);
    }

    void afterRollback(Runnable work) {
        afterRollback.add(work);
    }

    List<Runnable> afterRollback() {
        return List.copyOf(afterRollback);
    }
}
