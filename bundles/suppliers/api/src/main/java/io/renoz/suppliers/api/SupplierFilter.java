package io.renoz.suppliers.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which suppliers are meant.
 *
 * @param filters as query parameters of {@code GET /api/v1/suppliers/suppliers}: {@code status=active}, {@code search=bolt};
 *     none means all
 */
public record SupplierFilter(Map<String, String> filters) {

    public SupplierFilter {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }
}
