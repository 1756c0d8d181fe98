package io.renoz.customers.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which customers are meant.
 *
 * @param filters as query parameters of {@code GET /api/v1/customers/customers}: {@code status=active}; none means all
 */
public record SegmentCriteria(Map<String, String> filters) {

    public SegmentCriteria {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }
}
