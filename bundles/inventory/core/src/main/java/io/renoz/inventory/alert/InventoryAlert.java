package io.renoz.inventory.alert;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What to watch, for which product and place, and whom to tell. */
@Entity
@Table(schema = "inventory", name = "inventory_alerts")
@Audited(type = "inventory_alert", name = "name")
public class InventoryAlert extends TenantRecord {

    String name;

    InventoryAlertType alertType;

    @Nullable
    UUID productId;

    @Nullable
    UUID categoryId;

    @Nullable
    UUID locationId;

    @Nullable
    BigDecimal minQuantity;

    @Nullable
    BigDecimal maxQuantity;

    @Nullable
    Integer daysBeforeExpiry;

    @Nullable
    Integer daysWithoutMovement;

    @Nullable
    BigDecimal deviationPercent;

    Boolean isActive = true;

    String @Nullable [] notifyRoles;

    @Nullable
    UUID escalationUserId;

    @Nullable
    Integer escalateAfterHours;

    @Nullable
    Instant lastTriggeredAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected InventoryAlert() {}

    List<String> roles() {
        return notifyRoles == null ? List.of() : List.of(notifyRoles);
    }
}
