package io.renoz.inventory.alert;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.event.EventPublisher;
import io.renoz.inventory.InventoryCalendar;
import io.renoz.inventory.InventoryEvents;
import io.renoz.rest.Answers;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/inventory/alert-events} */
@Component
@Path("alert-events")
public final class AlertEventResource implements Reads<AlertEventResource.View> {

    /** Callers set nothing. */
    private record Nothing(AlertEventStatus status) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            UUID inventoryAlertId,
            UUID productId,
            @Nullable UUID locationId,
            String lotNumber,
            AlertEventStatus status,
            BigDecimal measuredValue,
            BigDecimal thresholdValue,
            String message,
            Instant triggeredAt,
            @Nullable UUID acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant escalatedAt)
            implements Versioned {}

    private final Tables tables;
    private final EventPublisher events;
    private final InventoryCalendar calendar;
    private final Rows<InventoryAlertEvent, ?, View> rows;

    @Activate
    public AlertEventResource(
            @Reference(target = "(domain=inventory)") Tables tables,
            @Reference EventPublisher events,
            @Reference InventoryCalendar calendar) {
        this.tables = tables;
        this.events = events;
        this.calendar = calendar;
        this.rows = tables.of(InventoryAlertEvent.class)
                .filter("status", "productId", "locationId", "inventoryAlertId", "triggeredAt", "createdAt")
                .sort("-triggeredAt", "id")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<InventoryAlertEvent, ?, View> records() {
        return rows;
    }

    @POST
    @Path("{id}/acknowledge")
    @Summary("Says that somebody looks after it")
    @Answers("invalid-transition")
    public View acknowledge(@PathParam("id") UUID id) {
        return rows.change(id, event -> event.acknowledge(Call.user().orElse(null), calendar.now()));
    }

    @POST
    @Path("{id}/resolve")
    @Summary("Closes it by hand")
    @Answers("invalid-transition")
    public View resolve(@PathParam("id") UUID id) {
        return rows.change(id, event -> {
            event.resolve(calendar.now());
            InventoryAlert alert = tables.require(InventoryAlert.class, event.inventoryAlertId);
            events.publish(AlertScan.told(InventoryEvents.ALERT_RESOLVED, alert, event));
        });
    }
}
