package io.renoz.settings.api;

import java.util.List;

/**
 * What an {@link ImportTarget} can take.
 *
 * @param entityType a registered {@link EntityType} of the same module
 * @param permission needed to import such records, in full: {@code customers.import}
 * @param fields in the order of the template's columns
 * @param matchFields fields by which a row finds the record it means, the surest first
 */
public record ImportDescription(
        String entityType, String permission, List<ImportField> fields, List<String> matchFields) {

    public ImportDescription {
        fields = List.copyOf(fields);
        matchFields = List.copyOf(matchFields);
    }
}
