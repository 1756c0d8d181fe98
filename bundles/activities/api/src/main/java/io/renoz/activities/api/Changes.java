package io.renoz.activities.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that changed, each with the value before and the value after. Immutable. */
public record Changes(Map<String, Change> byField) {

    /** One field's change; a side that is missing is null. */
    public record Change(@Nullable Object before, @Nullable Object after) {}

    public Changes {
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    /** No change. */
    public static Changes none() {
        return new Changes(Map.of());
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }
}
