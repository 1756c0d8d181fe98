package io.renoz.platform.data;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Emits;
import io.renoz.data.Row;
import io.renoz.data.Secret;
import io.renoz.data.Sensitive;
import io.renoz.event.EventType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.jspecify.annotations.Nullable;

/** An entity whose changes are told: to the audit log, to other modules, or both. */
final class Tracked {

    /** ACT-04: never listed as changes. */
    private static final Set<String> BOOKKEEPING =
            Set.of("organizationId", "id", "version", "createdAt", "updatedAt", "createdBy", "updatedBy");

    private static final String MASK = "***";

    private record Column(String name, DatabaseMapping mapping, Class<?> type, boolean sensitive) {

        @Nullable
        Object of(Object row) {
            return plain(mapping.getAttributeValueFromObject(row));
        }
    }

    private final String module;
    private final @Nullable Audited audited;
    private final @Nullable Emits emits;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private Tracked(String module, ClassDescriptor descriptor, @Nullable Audited audited, @Nullable Emits emits) {
        this.module = module;
        this.audited = audited;
        this.emits = emits;
        for (DatabaseMapping mapping : descriptor.getMappings()) {
            String name = mapping.getAttributeName();
            if (mapping instanceof AbstractDirectMapping && !BOOKKEEPING.contains(name)) {
                Field field = Fields.require(descriptor.getJavaClass(), name);
                if (!field.isAnnotationPresent(Secret.class)) {
                    columns.put(
                            name,
                            new Column(name, mapping, field.getType(), field.isAnnotationPresent(Sensitive.class)));
                }
            }
        }
    }

    /** How the changes of an entity are told, if they are. */
    static Optional<Tracked> of(String module, ClassDescriptor descriptor) {
        Class<?> type = descriptor.getJavaClass();
        Audited audited = type.getAnnotation(Audited.class);
        Emits emits = type.getAnnotation(Emits.class);
        return audited == null && emits == null
                ? Optional.empty()
                : Optional.of(new Tracked(module, descriptor, audited, emits));
    }

    String module() {
        return module;
    }

    Optional<Audited> audited() {
        return Optional.ofNullable(audited);
    }

    Optional<Emits> emits() {
        return Optional.ofNullable(emits);
    }

    /** The events that its changes become. */
    List<EventType> events() {
        return emits == null
                ? List.of()
                : Arrays.stream(emits.on()).map(kind -> event(emits, kind)).toList();
    }

    private EventType event(Emits emitted, Emits.Kind kind) {
        var sample = new LinkedHashMap<String, Object>();
        sample.put("id", Samples.of(UUID.class));
        sample.put("version", 1);
        columns.values().forEach(column -> sample.put(column.name, column.sensitive ? MASK : Samples.of(column.type)));
        if (kind == Emits.Kind.UPDATED) {
            sample.put("changed", columns.keySet().stream().limit(1).toList());
        }
        String happening = kind.name().toLowerCase(Locale.ROOT);
        String thing = emitted.type().replace('-', ' ');
        return new EventType(
                module + "." + emitted.type() + "." + happening, "A " + thing + " was " + happening + ".", sample);
    }

    boolean has(String field) {
        return columns.containsKey(field);
    }

    /** All values that are not null. */
    Map<String, @Nullable Object> values(Row row) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        columns.values().forEach(column -> {
            Object value = column.of(row);
            if (value != null) {
                values.put(column.name(), value);
            }
        });
        return values;
    }

    /** The same values as the audit log may show them. */
    Map<String, @Nullable Object> shown(Map<String, @Nullable Object> values) {
        var shown = new LinkedHashMap<>(values);
        shown.replaceAll((name, value) -> value != null && sensitive(name) ? MASK : value);
        return shown;
    }

    private boolean sensitive(String name) {
        Column column = columns.get(name);
        return column != null && column.sensitive();
    }

    /** A field's value as an id: its own, or that of the record it names; null when {@code field} is empty. */
    @Nullable
    UUID id(Row row, String field) {
        if (field.isEmpty()) {
            return null;
        }
        return field.equals("id") ? row.id() : (UUID) value(row, field);
    }

    /** A field's value as text; null when {@code field} is empty. */
    @Nullable
    String text(Row row, String field) {
        Object value = field.isEmpty() ? null : value(row, field);
        return value == null ? null : value.toString();
    }

    /** The parent's type, or what the field named in braces holds of it; null when there is none. */
    @Nullable
    String parentType(Row row, String type) {
        return type.startsWith("{") ? text(row, type.substring(1, type.length() - 1)) : type.isEmpty() ? null : type;
    }

    private @Nullable Object value(Row row, String field) {
        Column column = columns.get(field);
        if (column == null) {
            throw new IllegalStateException(row.getClass().getSimpleName() + " has no field " + field);
        }
        return column.of(row);
    }

    /** Values as JSON knows them. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Enum<?> constant) {
            return Coded.of(constant);
        }
        return value instanceof String[] texts ? new ArrayList<>(List.of(texts)) : value;
    }
}
