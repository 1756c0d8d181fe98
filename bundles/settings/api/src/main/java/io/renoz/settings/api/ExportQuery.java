package io.renoz.settings.api;

import io.renoz.data.ListQuery;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One batch of an export.
 *
 * @param from only records created then or later; all when null
 * @param until only records created before then; never after the moment the export began
 * @param filters by name, from those the source declared
 * @param fields wanted, never none; a source may give others too, which are left out
 * @param cursor where the batch before left off; empty for the first batch
 * @param limit most records of this batch
 */
public record ExportQuery(
        @Nullable Instant from,
        Instant until,
        Map<String, String> filters,
        List<String> fields,
        Optional<String> cursor,
        int limit) {

    public ExportQuery {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        fields = List.copyOf(fields);
    }

    /**
     * The same as a query of {@link io.renoz.data.Records}, for sources that write what their list shows. It has to offer the
     * filter {@code createdAt} and the sort {@code id}.
     */
    public ListQuery list() {
        var all = new LinkedHashMap<>(filters);
        if (from != null) {
            all.merge("createdAt.gte", from.toString(), ExportQuery::later);
        }
        all.merge("createdAt.lt", until.toString(), ExportQuery::earlier);
        return new ListQuery(limit, cursor, Optional.of("id"), all, false);
    }

    private static String later(String asked, String bound) {
        return compare(asked, bound) > 0 ? asked : bound;
    }

    private static String earlier(String asked, String bound) {
        return compare(asked, bound) < 0 ? asked : bound;
    }

    /** A moment that cannot be read goes to the list, which says what is wrong with it. */
    private static int compare(String asked, String bound) {
        try {
            return Instant.parse(asked).compareTo(Instant.parse(bound));
        } catch (DateTimeException e) {
            return asked.equals(bound) ? 0 : asked.compareTo(bound);
        }
    }
}
