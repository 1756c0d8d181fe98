package io.renoz.inventory.alert;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An alert that fired, and what became of it. */
@Entity
@Table(schema = "inventory", name = "inventory_alert_events")
@Audited(type = "inventory_alert_event", name = "message", parent = "inventoryAlertId", parentType = "inventory_alert")
public class InventoryAlertEvent extends TenantRecord {

    UUID inventoryAlertId;

    UUID productId;

    @Nullable
    UUID locationId;

    String lotNumber = "";

    AlertEventStatus status = AlertEventStatus.OPEN;

    BigDecimal measuredValue;

    BigDecimal thresholdValue;

    String message;

    Instant triggeredAt;

    @Nullable
    UUID acknowledgedBy;

    @Nullable
    Instant acknowledgedAt;

    @Nullable
    Instant resolvedAt;

    @Nullable
    Instant escalatedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected InventoryAlertEvent() {}

    static InventoryAlertEvent of(InventoryAlert alert, Finding finding, Instant at) {
        var event = new InventoryAlertEvent();
        event.inventoryAlertId = alert.id();
        event.productId = finding.product();
        event.locationId = finding.location();
        event.lotNumber = finding.lot();
        event.measuredValue = finding.measured();
        event.thresholdValue = finding.threshold();
        event.message = finding.message();
        event.triggeredAt = at;
        return event;
    }

    Finding.Key key() {
        return new Finding.Key(productId, locationId, lotNumber);
    }

    void acknowledge(@Nullable UUID by, Instant at) {
        if (status != AlertEventStatus.OPEN) {
            throw refused(AlertEventStatus.ACKNOWLEDGED);
        }
        status = AlertEventStatus.ACKNOWLEDGED;
        if (by != null) {
            acknowledgedBy = by;
            acknowledgedAt = at;
        }
    }

    void resolve(Instant at) {
        if (status == AlertEventStatus.RESOLVED) {
            throw refused(AlertEventStatus.RESOLVED);
        }
        status = AlertEventStatus.RESOLVED;
        resolvedAt = at;
    }

    private Problem refused(AlertEventStatus next) {
        return Problem.transition("An alert that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                .with("from", Coded.of(status))
                .with("to", Coded.of(next));
    }
}
