package io.renoz.activities.log;

import io.renoz.activities.api.Changes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed from one state of a record to another. */
final class Differences {

    /** ACT-04: what every table has tells nothing. */
    private static final Set<String> NEVER =
            Set.of("id", "organizationId", "createdAt", "updatedAt", "createdBy", "updatedBy", "version");

    /** What the platform shows of a sensitive value. */
    private static final String MASK = "***";

    private Differences() {}

    /** ACT-01: only fields that differ; of a new record those that are set, of a deleted one those that were. */
    static Changes between(
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after,
            Set<String> excluded) {
        var fields = new LinkedHashSet<String>(before.keySet());
        fields.addAll(after.keySet());
        var changes = new LinkedHashMap<String, Changes.Change>();
        for (String field : fields) {
            Object old = before.get(field);
            Object now = after.get(field);
            if (!NEVER.contains(field) && !excluded.contains(field) && !same(old, now)) {
                changes.put(field, new Changes.Change(old, now));
            }
        }
        return new Changes(changes);
    }

    /** Decimals of equal value are the same, whatever their scale; of a masked value nobody can tell. */
    private static boolean same(@Nullable Object old, @Nullable Object now) {
        if (old instanceof BigDecimal a && now instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return !MASK.equals(old) && Objects.deepEquals(old, now);
    }
}
