package io.renoz.settings.api;

import io.renoz.data.Page;
import io.renoz.data.Records;
import io.renoz.data.Versioned;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An export of what a collection shows: the fields of a file are the components of the collection's view, its filters those
 * of the list. The list has to offer the filter {@code createdAt} and the sort {@code id}. Immutable.
 */
public final class RecordExport<V extends Record & Versioned> {

    private final Records<?, V> records;
    private final Map<String, MethodHandle> accessors;
    private final ExportDescription description;

    private RecordExport(Records<?, V> records, Map<String, MethodHandle> accessors, ExportDescription description) {
        this.records = records;
        this.accessors = accessors;
        this.description = description;
    }

    /**
     * An export of all that a list shows.
     *
     * @param view a record, whose components are scalar; its accessors are found by {@code lookup}, which may look into it
     * @param personal names of the components that tell something about a person
     */
    public static <V extends Record & Versioned> RecordExport<V> of(
            String entityType,
            Records<?, V> records,
            Class<V> view,
            MethodHandles.Lookup lookup,
            Set<String> personal) {
        var accessors = new LinkedHashMap<String, MethodHandle>();
        for (RecordComponent component : view.getRecordComponents()) {
            accessors.put(component.getName(), accessor(lookup, component));
        }
        if (!accessors.keySet().containsAll(personal)) {
            throw new IllegalArgumentException(view + " has not all of " + personal);
        }
        List<ExportField> fields = accessors.keySet().stream()
                .map(name -> new ExportField(name, personal.contains(name)))
                .toList();
        return new RecordExport<>(
                records, accessors, new ExportDescription(entityType, fields, Set.of(), filters(records)));
    }

    private static MethodHandle accessor(MethodHandles.Lookup lookup, RecordComponent component) {
        try {
            return lookup.unreflect(component.getAccessor());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }

    /** As callers of the list write them, suffixes included. */
    private static Set<String> filters(Records<?, ?> records) {
        var offer = records.offer();
        var names = new TreeSet<>(offer.filters().keySet());
        offer.plain().forEach(name -> names.addAll(suffixed(name, "eq", "ne", "in")));
        offer.ranged().forEach(name -> names.addAll(suffixed(name, "gt", "gte", "lt", "lte")));
        return names;
    }

    private static Set<String> suffixed(String name, String... suffixes) {
        return Arrays.stream(suffixes).map(suffix -> name + "." + suffix).collect(Collectors.toSet());
    }

    /** The same, whose records name records of other types. */
    public RecordExport<V> dependingOn(String... entityTypes) {
        return new RecordExport<>(
                records,
                accessors,
                new ExportDescription(
                        description.entityType(), description.fields(), Set.of(entityTypes), description.filters()));
    }

    public ExportDescription description() {
        return description;
    }

    /** The next batch; see {@link ExportSource#read}. */
    public Optional<String> read(ExportQuery query, RowSink sink) {
        Page<V> page = records.list(query.list());
        page.items().forEach(view -> sink.write(values(view, query.fields())));
        return Optional.ofNullable(page.next());
    }

    private Map<String, @Nullable Object> values(V view, List<String> fields) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (String field : fields) {
            MethodHandle accessor = accessors.get(field);
            if (accessor != null) {
                values.put(field, value(accessor, view));
            }
        }
        return values;
    }

    private static @Nullable Object value(MethodHandle accessor, Object view) {
        try {
            return accessor.invoke(view);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
