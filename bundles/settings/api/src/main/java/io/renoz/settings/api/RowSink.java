package io.renoz.settings.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Takes the records of an export, one after the other. */
@ProviderType
@FunctionalInterface
public interface RowSink {

    /**
     * Takes one record.
     *
     * @param values by name of the field: text, numbers, booleans, enums, UUIDs, times and {@link io.renoz.data.Json}; a
     *     field that is missing is empty
     */
    void write(Map<String, ? extends @Nullable Object> values);
}
