package io.renoz.activities.api;

import io.renoz.data.Json;
import io.renoz.data.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One entry of the log. */
public record ActivityView(
        UUID id,
        int version,
        Instant createdAt,
        @Nullable UUID userId,
        String actorType,
        @Nullable String actorName,
        @Nullable UUID onBehalfOf,
        @Nullable UUID apiTokenId,
        @Nullable UUID sessionId,
        String module,
        String entityType,
        UUID entityId,
        @Nullable String entityName,
        @Nullable String parentType,
        @Nullable UUID parentId,
        @Nullable UUID customerId,
        Action action,
        @Nullable String event,
        @Nullable String description,
        @Nullable Json changes,
        List<String> changedFields,
        @Nullable Json metadata,
        Source source,
        @Nullable UUID sourceRef,
        String sensitivity,
        int recordCount,
        @Nullable UUID requestId,
        @Nullable String ipAddress,
        @Nullable String userAgent)
        implements Versioned {

    public ActivityView {
        changedFields = List.copyOf(changedFields);
    }
}
