package io.renoz.inventory.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a unit's life story.
 *
 * @param occurredAt null for now when one is recorded
 * @param fromStatus, toStatus where the event moved it; told, never asked for
 * @param entityType kind of document behind it, as {@code warranty.claim}; at most 60 characters
 * @param entityId the document
 * @param notes at most 1,000 characters
 */
public record SerialEvent(
        SerializedItemEventType type,
        @Nullable Instant occurredAt,
        @Nullable SerializedItemStatus fromStatus,
        @Nullable SerializedItemStatus toStatus,
        @Nullable String entityType,
        @Nullable UUID entityId,
        @Nullable String notes) {

    /** One to be recorded, of now. */
    public static SerialEvent of(
            SerializedItemEventType type,
            @Nullable String entityType,
            @Nullable UUID entityId,
            @Nullable String notes) {
        return new SerialEvent(type, null, null, null, entityType, entityId, notes);
    }
}
