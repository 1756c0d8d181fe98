package io.renoz.activities.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries are meant; what is null does not limit. */
public record ActivityFilter(
        @Nullable String module,
        @Nullable String entityType,
        @Nullable UUID entityId,
        @Nullable Action action,
        @Nullable UUID userId,
        @Nullable UUID customerId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** All entries. */
    public static ActivityFilter all() {
        return new ActivityFilter(null, null, null, null, null, null, null, null);
    }
}
