package io.renoz.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller asked of a list.
 *
 * @param limit 1 to 200
 * @param sort names of fields, {@code -} before those that descend, separated by commas
 * @param filters other query parameters as sent
 * @param count whether to count all that fits
 */
public record ListQuery(
        int limit, Optional<String> cursor, Optional<String> sort, Map<String, String> filters, boolean count) {

    /** Records of a page unless the caller says. */
    public static final int DEFAULT_LIMIT = 50;

    /** Most records of a page. */
    public static final int MAX_LIMIT = 200;

    public ListQuery {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    /** The first page, unfiltered. */
    public static ListQuery first(int limit) {
        return new ListQuery(limit, Optional.empty(), Optional.empty(), Map.of(), false);
    }
}
