package io.renoz.platform.data;

import io.renoz.data.Row;
import io.renoz.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.transaction.TransactionSynchronizationRegistry;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.queries.WriteObjectQuery;
import org.eclipse.persistence.sessions.changesets.ChangeRecord;
import org.eclipse.persistence.sessions.changesets.DirectToFieldChangeRecord;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/** Hears from EclipseLink what each flush really writes, and keeps it in the transaction's ledger. */
final class ChangeRecorder extends DescriptorEventAdapter {

    private static final String DELETED_AT = "deletedAt";

    private final Tracked type;
    private final TransactionSynchronizationRegistry registry;

    private ChangeRecorder(Tracked type, TransactionSynchronizationRegistry registry) {
        this.type = type;
        this.registry = registry;
    }

    /** Listens to all tracked entities of a persistence unit; returns the events that their changes become. */
    static List<EventType> listen(String module, ServerSession session, TransactionSynchronizationRegistry registry) {
        var events = new ArrayList<EventType>();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            Tracked.of(module, descriptor).ifPresent(type -> {
                descriptor.getEventManager().addListener(new ChangeRecorder(type, registry));
                events.addAll(type.events());
            });
        }
        return List.copyOf(events);
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        record(Change.created(type, (Row) event.getSource()));
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        record(Change.deleted(type, (Row) event.getSource(), Map.of()));
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        var changes = ((WriteObjectQuery) event.getQuery()).getObjectChangeSet();
        if (changes == null) {
            return;
        }
        var row = (Row) event.getSource();
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, @Nullable Object>();
        for (ChangeRecord change : changes.getChanges()) {
            if (change instanceof DirectToFieldChangeRecord field && type.has(field.getAttribute())) {
                before.put(field.getAttribute(), Tracked.plain(field.getOldValue()));
                after.put(field.getAttribute(), Tracked.plain(field.getNewValue()));
            }
        }
        boolean softly = row.deleted() && after.get(DELETED_AT) != null;
        record(softly ? Change.deleted(type, row, before) : Change.updated(type, row, before, after));
    }

    private void record(Change change) {
        JtaTransactions.ledger(registry).record(change);
    }
}
