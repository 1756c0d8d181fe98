package io.renoz.settings.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file, its cells read by the types of the fields.
 *
 * @param number line of the file; the header is 1
 * @param values by name of the field; a cell that is empty, or has no column, is missing
 */
public record ImportRow(int number, Map<String, Object> values) {

    public ImportRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The text of a field, if the row has it. */
    public @Nullable String text(String field) {
        Object value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** The value of a field, if the row has it; {@code type} is the one its {@link ImportField.Type} promises. */
    public <T> @Nullable T value(String field, Class<T> type) {
        return type.cast(values.get(field));
    }

    public boolean has(String field) {
        return values.containsKey(field);
    }
}
