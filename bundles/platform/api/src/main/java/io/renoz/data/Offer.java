package io.renoz.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a list takes.
 *
 * @param filters by name, with the type of their value
 * @param ranged names of the filters that also take the suffixes for greater and less
 * @param sorts names of fields; the first is the default
 */
public record Offer(Map<String, Class<?>> filters, List<String> ranged, List<String> sorts) {

    public Offer {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        ranged = List.copyOf(ranged);
        sorts = List.copyOf(sorts);
    }
}
