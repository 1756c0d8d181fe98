package io.renoz.inventory.reservation;

import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** How much of a balance a reservation holds. */
@Entity
@Table(schema = "inventory", name = "stock_reservation_allocations")
public class ReservationAllocation extends TenantRecord {

    UUID reservationId;

    UUID inventoryId;

    BigDecimal quantity = Amounts.NO_GOODS;

    BigDecimal quantityFulfilled = Amounts.NO_GOODS;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected ReservationAllocation() {}

    static ReservationAllocation of(UUID reservation, UUID balance) {
        var allocation = new ReservationAllocation();
        allocation.reservationId = reservation;
        allocation.inventoryId = balance;
        return allocation;
    }

    /** What is set aside and has not left yet. */
    BigDecimal held() {
        return quantity.subtract(quantityFulfilled);
    }
}
