package io.renoz.inventory.reservation;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.api.Reservation;
import io.renoz.inventory.api.ReservationStatus;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A claim on stock by a line of a document. Changed under its lock only. */
@Entity
@Table(schema = "inventory", name = "stock_reservations")
@Audited(type = "stock_reservation", name = "demandNumber")
public class StockReservation extends TenantRecord {

    UUID productId;

    @Nullable
    UUID locationId;

    String demandType;

    UUID demandId;

    UUID demandLineId;

    @Nullable
    String demandNumber;

    BigDecimal quantity;

    BigDecimal quantityFulfilled = Amounts.NO_GOODS;

    BigDecimal quantityReleased = Amounts.NO_GOODS;

    ReservationStatus status = ReservationStatus.ACTIVE;

    int priority = 100;

    @Nullable
    LocalDate neededBy;

    @Nullable
    Instant expiresAt;

    @Nullable
    Instant releasedAt;

    @Nullable
    String releaseReason;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected StockReservation() {}

    static StockReservation of(String demandType, UUID demand, UUID line, UUID product) {
        var reservation = new StockReservation();
        reservation.demandType = demandType;
        reservation.demandId = demand;
        reservation.demandLineId = line;
        reservation.productId = product;
        return reservation;
    }

    /** What has not left and was not given back. */
    BigDecimal open() {
        return quantity.subtract(quantityFulfilled).subtract(quantityReleased);
    }

    /** Asks anew, or for another quantity in all. */
    void want(BigDecimal inAll) {
        quantity = inAll;
        quantityReleased = Amounts.NO_GOODS;
        releasedAt = null;
        releaseReason = null;
        if (!status.open()) {
            status = ReservationStatus.ACTIVE;
        }
    }

    /** Some of it left the building. */
    void fulfil(BigDecimal part) {
        quantityFulfilled = quantityFulfilled.add(part);
        status = open().signum() == 0 ? ReservationStatus.FULFILLED : ReservationStatus.PARTIALLY_FULFILLED;
    }

    /** Some of what left came back by a reversal. */
    void unfulfil(BigDecimal part) {
        quantityFulfilled = quantityFulfilled.subtract(part);
        status = ReservationStatus.ACTIVE;
    }

    /** What is left is given back. */
    void close(ReservationStatus how, String reason, Instant at) {
        requireOpen(how);
        quantityReleased = quantity.subtract(quantityFulfilled);
        status = how;
        releasedAt = at;
        releaseReason = reason;
    }

    /**
     * Refuses a reservation that is over.
     *
     * @throws Problem {@code invalid-transition}
     */
    void requireOpen(ReservationStatus next) {
        if (!status.open()) {
            throw Problem.transition(
                            "A reservation that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
    }

    Reservation told(BigDecimal held) {
        BigDecimal shortage = status.open() ? open().subtract(held) : Amounts.NO_GOODS;
        return new Reservation(
                id(),
                demandType,
                demandId,
                demandLineId,
                demandNumber,
                productId,
                status,
                quantity,
                held,
                quantityFulfilled,
                quantityReleased,
                shortage);
    }

    public UUID product() {
        return productId;
    }

    public UUID line() {
        return demandLineId;
    }

    public @Nullable UUID location() {
        return locationId;
    }
}
