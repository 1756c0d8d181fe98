package io.renoz.settings.api;

import java.util.List;
import java.util.Set;

/**
 * What an {@link ExportSource} can write.
 *
 * @param entityType a registered {@link EntityType} of the same module
 * @param fields in the order in which files show them; {@code id} comes first
 * @param dependencies entity types whose records the records of this one name, so that a file without them would point nowhere
 * @param filters names of filters that {@link ExportQuery} may bring
 */
public record ExportDescription(
        String entityType, List<ExportField> fields, Set<String> dependencies, Set<String> filters) {

    public ExportDescription {
        fields = List.copyOf(fields);
        dependencies = Set.copyOf(dependencies);
        filters = Set.copyOf(filters);
    }

    /** Fields without dependencies and filters. */
    public static ExportDescription of(String entityType, List<ExportField> fields) {
        return new ExportDescription(entityType, fields, Set.of(), Set.of());
    }
}
