package io.renoz.platform.data;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Row;
import io.renoz.event.DomainEvent;
import io.renoz.kernel.RecordChange;
import io.renoz.kernel.RecordChange.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one tracked row so far in a transaction.
 *
 * @param gone created and deleted again: nothing to tell
 */
record Change(
        Tracked type,
        Row row,
        Kind kind,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        boolean gone) {

    static Change created(Tracked type, Row row) {
        return new Change(type, row, Kind.CREATED, Map.of(), type.values(row), false);
    }

    static Change updated(
            Tracked type, Row row, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        return new Change(type, row, Kind.UPDATED, before, after, false);
    }

    /** {@code changed} are the old values of what changed with it. */
    static Change deleted(Tracked type, Row row, Map<String, @Nullable Object> changed) {
        var before = new LinkedHashMap<>(type.values(row));
        before.putAll(changed);
        before.values().removeIf(Objects::isNull);
        return new Change(type, row, Kind.DELETED, before, Map.of(), false);
    }

    /** This change and a later one of the same row, as one. */
    Change then(Change later) {
        if (kind == Kind.CREATED) {
            return later.kind == Kind.DELETED
                    ? new Change(type, row, kind, Map.of(), Map.of(), true)
                    : new Change(type, row, kind, Map.of(), present(later.after), false);
        }
        var first = new LinkedHashMap<>(later.before);
        first.putAll(before);
        if (later.kind == Kind.DELETED) {
            return new Change(type, row, Kind.DELETED, first, Map.of(), false);
        }
        var last = new LinkedHashMap<>(after);
        last.putAll(later.after);
        last.keySet().stream()
                .filter(name -> Objects.equals(first.get(name), last.get(name)))
                .toList()
                .forEach(name -> {
                    first.remove(name);
                    last.remove(name);
                });
        return new Change(type, row, Kind.UPDATED, first, last, false);
    }

    private Map<String, @Nullable Object> present(Map<String, @Nullable Object> later) {
        var all = new LinkedHashMap<>(after);
        all.putAll(later);
        all.values().removeIf(Objects::isNull);
        return all;
    }

    /** ACT-01: an update that changes nothing is none. */
    private boolean nothing() {
        return gone || (kind == Kind.UPDATED && after.isEmpty());
    }

    Optional<RecordChange> audit() {
        return nothing() ? Optional.empty() : type.audited().map(this::audit);
    }

    private RecordChange audit(Audited audited) {
        return new RecordChange(
                type.module(),
                audited.type(),
                row.id(),
                type.text(row, audited.name()),
                type.parentType(row, audited.parentType()),
                type.id(row, audited.parent()),
                type.id(row, audited.customer()),
                kind,
                type.shown(before),
                type.shown(after),
                audited.security());
    }

    Optional<DomainEvent> event() {
        return nothing()
                ? Optional.empty()
                : type.emits()
                        .filter(emits -> Arrays.asList(emits.on()).contains(Emits.Kind.valueOf(kind.name())))
                        .map(this::event);
    }

    private DomainEvent event(Emits emits) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("id", row.id());
        payload.put("version", row.version());
        type.shown(type.values(row)).forEach((name, value) -> {
            if (value != null) {
                payload.put(name, value);
            }
        });
        if (kind == Kind.UPDATED) {
            payload.put("changed", new ArrayList<>(after.keySet()));
        }
        String happening = kind.name().toLowerCase(java.util.Locale.ROOT);
        return new DomainEvent(type.module() + "." + emits.type() + "." + happening, emits.type(), row.id(), payload);
    }
}
