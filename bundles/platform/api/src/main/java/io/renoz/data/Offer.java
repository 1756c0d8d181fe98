package io.renoz.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a list takes. The platform documents it, and refuses whatever else is asked before the list is read.
 *
 * @param filters by name, with the type of their value
 * @param plain names of the filters that also take {@code .eq}, {@code .ne} and, with a comma list, {@code .in}
 * @param ranged names of the filters that also take {@code .gt}, {@code .gte}, {@code .lt} and {@code .lte}
 * @param sorts names of fields; the first is the default, descending with a {@code -}
 */
public record Offer(Map<String, Class<?>> filters, List<String> plain, List<String> ranged, List<String> sorts) {

    public Offer {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        plain = List.copyOf(plain);
        ranged = List.copyOf(ranged);
        sorts = List.copyOf(sorts);
    }

    /** Of a list that is always whole and in one order. */
    public static Offer nothing() {
        return new Offer(Map.of(), List.of(), List.of(), List.of());
    }
}
