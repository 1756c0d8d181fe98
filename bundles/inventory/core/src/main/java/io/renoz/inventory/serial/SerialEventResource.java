package io.renoz.inventory.serial;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.inventory.api.SerializedItemEventType;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.rest.PartLists;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/serials/{id}/events}: the life story of a unit. */
@Component
@Path("serials/{parent}/events")
public final class SerialEventResource implements PartLists<SerialEventResource.View> {

    /** Callers set nothing. */
    private record Nothing(SerializedItemEventType eventType) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID serializedItemId,
            SerializedItemEventType eventType,
            @Nullable SerializedItemStatus fromStatus,
            @Nullable SerializedItemStatus toStatus,
            @Nullable String entityType,
            @Nullable UUID entityId,
            @Nullable UUID movementId,
            Instant occurredAt,
            @Nullable String notes)
            implements Versioned {}

    private final Rows<SerializedItemEvent, ?, View> events;

    @Activate
    public SerialEventResource(@Reference(target = "(domain=inventory)") Tables tables) {
        this.events = tables.of(SerializedItemEvent.class)
                .within("serializedItemId", SerializedItem.class)
                .filter("eventType", "occurredAt")
                .sort("occurredAt", "id")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<SerializedItemEvent, ?, View> records() {
        return events;
    }
}
