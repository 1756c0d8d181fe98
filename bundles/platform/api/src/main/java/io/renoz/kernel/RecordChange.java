package io.renoz.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one audited record, all its flushes taken together.
 *
 * @param before old values by field (camel case) of what changed; empty when created
 * @param after new values by field of what changed; empty when deleted
 */
public record RecordChange(
        String module,
        String entityType,
        UUID entityId,
        @Nullable String entityName,
        @Nullable String parentType,
        @Nullable UUID parentId,
        @Nullable UUID customerId,
        Kind kind,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        boolean security) {

    /** Kinds of changes. */
    public enum Kind {
        CREATED,
        UPDATED,
        DELETED
    }

    public RecordChange {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }
}
