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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row that is added to the log. Who, from where and in which request is the call's to say, not the caller's. */
record Entry(Map<String, @Nullable Object> columns) {

    /** What a transaction did to a record; nothing when it changed nothing that is told. */
    static List<Entry> of(Call call, RecordChange change) {
        Changes changes = Differences.between(change.before(), change.after(), Set.of());
        if (change.kind() == RecordChange.Kind.UPDATED && changes.isEmpty()) {
            return List.of();
        }
        return List.of(of(call, told(change).changing(changes), 1));
    }

    private static AuditEntry told(RecordChange change) {
        AuditEntry entry = AuditEntry.of(change.module(), change.entityType(), change.entityId(), action(change.kind()))
                .named(change.entityName())
                .about(change.customerId());
        String type = change.parentType();
        UUID parent = change.parentId();
        AuditEntry placed = type == null || parent == null ? entry : entry.partOf(type, parent);
        return change.security() ? placed.confidential() : placed;
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
        subject(entry.subject(), columns);
        act(entry.act(), columns);
        cause(call, entry.cause(), columns);
        columns.put("sensitivity", entry.security() ? "security" : "normal");
        columns.put("record_count", count);
        return new Entry(columns);
    }

    /** What the entry says of its cause, else what the call does, else the kind of its actor. */
    private static void cause(Call call, AuditEntry.Cause told, Map<String, @Nullable Object> columns) {
        Source source = told.source();
        Call.Cause cause = call.cause();
        if (source == null && cause != null) {
            columns.put("source", cause.source());
            columns.put("source_ref", cause.ref());
        } else {
            columns.put(
                    "source",
                    Coded.of(source == null ? Origin.source(call.actor().kind()) : source));
            columns.put("source_ref", told.ref());
        }
    }

    private static void subject(AuditEntry.Subject subject, Map<String, @Nullable Object> columns) {
        columns.put("entity_type", subject.type());
        columns.put("entity_id", subject.id());
        columns.put("entity_name", shortened(subject.name(), 255));
        AuditEntry.Parent parent = subject.parent();
        if (parent != null) {
            columns.put("parent_type", parent.type());
            columns.put("parent_id", parent.id());
        }
        columns.put("customer_id", subject.customer());
    }

    private static void act(AuditEntry.Act act, Map<String, @Nullable Object> columns) {
        columns.put("action", Coded.of(act.action()));
        columns.put("event", act.event());
        columns.put("description", shortened(act.description(), 1000));
        if (!act.changes().isEmpty()) {
            columns.put("changes", sides(act.changes()));
            columns.put("changed_fields", List.copyOf(act.changes().byField().keySet()));
        }
        if (!act.metadata().isEmpty()) {
            columns.put("metadata", act.metadata());
        }
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
