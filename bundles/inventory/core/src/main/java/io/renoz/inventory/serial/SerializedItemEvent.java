package io.renoz.inventory.serial;

import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.api.SerialEvent;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entry of a unit's life story; never changed. */
@Entity
@Table(schema = "inventory", name = "serialized_item_events")
public class SerializedItemEvent extends TenantRecord {

    UUID serializedItemId;

    SerializedItemEventType eventType;

    @Nullable
    SerializedItemStatus fromStatus;

    @Nullable
    SerializedItemStatus toStatus;

    @Nullable
    String entityType;

    @Nullable
    UUID entityId;

    @Nullable
    UUID movementId;

    Instant occurredAt;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected SerializedItemEvent() {}

    static SerializedItemEvent of(UUID unit, SerialEvent event, Instant at, @Nullable UUID movement) {
        var entry = new SerializedItemEvent();
        entry.serializedItemId = unit;
        entry.eventType = event.type();
        entry.fromStatus = event.fromStatus();
        entry.toStatus = event.toStatus();
        entry.entityType = event.entityType();
        entry.entityId = event.entityId();
        entry.movementId = movement;
        entry.occurredAt = event.occurredAt() == null ? at : event.occurredAt();
        entry.notes = event.notes();
        return entry;
    }

    SerialEvent told() {
        return new SerialEvent(eventType, occurredAt, fromStatus, toStatus, entityType, entityId, notes);
    }
}
