package io.renoz.activities.api;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the audit log; shows the caller only what the caller may see. Thread-safe. */
@ProviderType
public interface ActivityFeed {

    /** The history of one record with its parts, newest first. */
    Page<ActivityView> forEntity(String entityType, UUID entityId, ListQuery query);

    /** When something last happened to each of the records; those of which nothing is known are left out. */
    Map<UUID, Instant> lastActivityAt(String entityType, Collection<UUID> entityIds);

    /** How many entries fit from a moment on. */
    long countSince(Instant since, ActivityFilter filter);

    /** Passes all that fit to {@code sink}, oldest first, without holding them all in memory. */
    void stream(ActivityFilter filter, Consumer<ActivityView> sink);
}
