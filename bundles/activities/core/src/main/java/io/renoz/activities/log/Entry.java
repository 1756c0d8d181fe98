package io.renoz.activities.log;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.Changes;
import io.renoz.activities.api.Source;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Ids;
import io.renoz.kernel.RecordChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One row that is added to the log. Who, from where and in which request is the call's to say, not the caller's. */
record Entry(Map<String, @Nullable Object> columns) {

    /** What a transaction did to a record; nothing when it changed nothing that is told. */
    static List<Entry> of(Call call, RecordChange change) {
        Changes changes = Differences.between(change.before(), change.after(), Set.of());
        if (change.kind() == RecordChange.Kind.UPDATED && changes.isEmpty()) {
            return List.of();
        }
        AuditEntry entry = new AuditEntry(
                change.module(),
                change.entityType(),
                change.entityId(),
                change.entityName(),
                change.parentType(),
                change.parentId(),
                change.customerId(),
                action(change.kind()),
                null,
                null,
                changes,
                Map.of(),
                null,
                null,
                change.security());
        return List.of(of(call, entry, 1));
    }

    private static Action action(RecordChange.Kind kind) {
        return switch (kind) {
            case CREATED -> Action.CREATED;
            case UPDATED -> Action.UPDATED;
            case DELETED -> Action.DELETED;
        };
    }

    /** What a module tells, standing for {@code count} records. */
    static Entry of(Call call, AuditEntry entry, int count) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("id", Ids.next());
        columns.putAll(Origin.of(call));
        columns.put("module", entry.module());
        columns.put("entity_type", entry.entityType());
        columns.put("entity_id", entry.entityId());
        columns.put("entity_name", shortened(entry.entityName(), 255));
        columns.put("parent_type", entry.parentType());
        columns.put("parent_id", entry.parentId());
        columns.put("customer_id", entry.customerId());
        columns.put("action", Coded.of(entry.action()));
        columns.put("event", entry.event());
        columns.put("description", shortened(entry.description(), 1000));
        if (!entry.changes().isEmpty()) {
            columns.put("changes", sides(entry.changes()));
            columns.put("changed_fields", List.copyOf(entry.changes().byField().keySet()));
        }
        if (!entry.metadata().isEmpty()) {
            columns.put("metadata", entry.metadata());
        }
        Source source = entry.source();
        columns.put(
                "source", Coded.of(source == null ? Origin.source(call.actor().kind()) : source));
        columns.put("source_ref", entry.sourceRef());
        columns.put("sensitivity", entry.security() ? "security" : "normal");
        columns.put("record_count", count);
        return new Entry(columns);
    }

    private static Map<String, Object> sides(Changes changes) {
        var sides = new LinkedHashMap<String, Object>();
        changes.byField().forEach((field, change) -> {
            var both = new LinkedHashMap<String, @Nullable Object>();
            both.put("old", change.before());
            both.put("new", change.after());
            sides.put(field, both);
        });
        return sides;
    }

    static @Nullable String shortened(@Nullable String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
