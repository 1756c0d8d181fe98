package io.renoz.inventory.stock;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.api.DocumentRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** INV-02: a line of the ledger; never changed, never deleted. */
@Entity
@Table(schema = "inventory", name = "inventory_movements")
public class Movement extends TenantRecord {

    static final String MANUAL = "inventory.manual";

    long movementNumber;

    UUID postingId;

    UUID inventoryId;

    UUID productId;

    UUID locationId;

    UUID warehouseLocationId;

    MovementType movementType;

    BigDecimal quantity;

    boolean affectsOnHand = true;

    BigDecimal previousQuantity;

    BigDecimal newQuantity;

    BigDecimal unitCost = Amounts.NO_MONEY;

    BigDecimal totalCost = Amounts.NO_MONEY;

    String referenceType = MANUAL;

    @Nullable
    UUID referenceId;

    @Nullable
    UUID referenceLineId;

    @Nullable
    String referenceNumber;

    @Nullable
    UUID reservationId;

    @Nullable
    AdjustmentReason reason;

    @Nullable
    UUID reversalOfId;

    Instant occurredAt;

    @Nullable
    String notes;

    @Nullable
    Json metadata;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected Movement() {}

    /**
     * One of a balance, whose figures follow.
     *
     * @param posting what was written together
     */
    static Movement of(UUID posting, Balance balance, DocumentRef document, Instant occurredAt, Cause cause) {
        var movement = new Movement();
        movement.postingId = posting;
        movement.inventoryId = balance.id();
        movement.productId = balance.productId;
        movement.locationId = balance.locationId;
        movement.warehouseLocationId = balance.warehouseLocationId;
        movement.movementType = cause.type();
        movement.referenceType = document.type();
        movement.referenceId = document.id();
        movement.referenceNumber = document.number();
        movement.referenceLineId = cause.lineId();
        movement.reservationId = cause.reservationId();
        movement.reason = cause.reason();
        movement.reversalOfId = cause.reversalOf();
        movement.notes = cause.notes();
        movement.occurredAt = occurredAt;
        return movement;
    }

    /** Moves goods: {@code change} is signed, and so is {@code value}. */
    void moves(BigDecimal before, BigDecimal change, BigDecimal value) {
        quantity = change;
        previousQuantity = before;
        newQuantity = before.add(change);
        totalCost = value;
        unitCost = Amounts.unitCost(value.abs(), change.abs(), Amounts.NO_MONEY);
    }

    /** Moves nothing: a claim on goods, or their value. */
    void notes(BigDecimal before, BigDecimal change, BigDecimal value) {
        affectsOnHand = false;
        quantity = change;
        previousQuantity = before;
        newQuantity = before;
        totalCost = value;
    }

    public MovementType type() {
        return movementType;
    }

    /** Whether goods came or went by it. */
    public boolean moves() {
        return affectsOnHand;
    }

    public UUID balance() {
        return inventoryId;
    }

    /** Signed. */
    public BigDecimal amount() {
        return quantity;
    }

    /** Signed. */
    public BigDecimal value() {
        return totalCost;
    }

    public Instant at() {
        return occurredAt;
    }

    public @Nullable UUID line() {
        return referenceLineId;
    }

    public Optional<UUID> reservation() {
        return Optional.ofNullable(reservationId);
    }

    /** What it was for; one by hand has no document but its posting. */
    public DocumentRef document() {
        return new DocumentRef(referenceType, referenceId == null ? postingId : referenceId, referenceNumber);
    }

    /** Why its opposite is posted. */
    public Cause undone(String why) {
        return new Cause(movementType, referenceLineId, reservationId, reason, id(), why);
    }
}
