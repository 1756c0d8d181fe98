package io.renoz.inventory.serial;

import io.renoz.data.entity.TenantRecord;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Which unit is set aside for which reservation. */
@Entity
@Table(schema = "inventory", name = "serial_allocations")
public class SerialAllocation extends TenantRecord {

    UUID serializedItemId;

    UUID reservationId;

    boolean isActive = true;

    Instant allocatedAt;

    @Nullable
    Instant releasedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected SerialAllocation() {}

    static SerialAllocation of(UUID unit, UUID reservation, Instant at) {
        var allocation = new SerialAllocation();
        allocation.serializedItemId = unit;
        allocation.reservationId = reservation;
        allocation.allocatedAt = at;
        return allocation;
    }

    void take(Instant at) {
        isActive = true;
        allocatedAt = at;
        releasedAt = null;
    }

    void give(Instant at) {
        isActive = false;
        releasedAt = at;
    }

    public UUID unit() {
        return serializedItemId;
    }

    public UUID reservation() {
        return reservationId;
    }

    public boolean active() {
        return isActive;
    }
}
