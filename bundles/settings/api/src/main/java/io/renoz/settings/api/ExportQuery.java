package io.renoz.settings.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch of an export.
 *
 * @param from only records created then or later; all when null
 * @param until only records created before then; never after the moment the export began
 * @param filters by name, from those the source declared
 * @param fields wanted, never none; a source may give others too, which are left out
 * @param after id of the last record of the batch before; null for the first batch
 * @param limit most records of this batch
 */
public record ExportQuery(
        @Nullable Instant from,
        Instant until,
        Map<String, String> filters,
        List<String> fields,
        @Nullable UUID after,
        int limit) {

    public ExportQuery {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        fields = List.copyOf(fields);
    }
}
