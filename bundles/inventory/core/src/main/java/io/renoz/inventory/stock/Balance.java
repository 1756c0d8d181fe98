package io.renoz.inventory.stock;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.location.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** How much there is of a product at a place, of one lot, condition and owner. Changed under its lock only. */
@Entity
@Table(schema = "inventory", name = "inventory")
@Audited(type = "stock_balance")
public class Balance extends TenantRecord {

    UUID productId;

    UUID locationId;

    UUID warehouseLocationId;

    String lotNumber = "";

    StockStatus status = StockStatus.AVAILABLE;

    StockOwnership ownership = StockOwnership.OWN;

    BigDecimal quantityOnHand = Amounts.NO_GOODS;

    BigDecimal quantityAllocated = Amounts.NO_GOODS;

    /** As the database computes it; {@link #free()} is what it is at this moment. */
    @Column(insertable = false, updatable = false)
    @Nullable
    BigDecimal quantityAvailable;

    BigDecimal unitCost = Amounts.NO_MONEY;

    BigDecimal totalValue = Amounts.NO_MONEY;

    @Nullable
    LocalDate expiryDate;

    @Nullable
    Instant lastMovementAt;

    @Nullable
    Instant lastCountedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Balance() {}

    /** INV-01: what is there and nobody has claimed. */
    public BigDecimal free() {
        return quantityOnHand.subtract(quantityAllocated);
    }

    /** INV-08: goods of a customer carry no value. */
    boolean valued() {
        return ownership != StockOwnership.CUSTOMER;
    }

    /** Goods and value come or go; both are signed. */
    void move(BigDecimal quantity, BigDecimal value, Instant at) {
        quantityOnHand = quantityOnHand.add(quantity);
        totalValue = totalValue.add(value);
        unitCost = Amounts.unitCost(totalValue, quantityOnHand, unitCost);
        lastMovementAt = at;
    }

    void revalue(BigDecimal change) {
        totalValue = totalValue.add(change);
        unitCost = Amounts.unitCost(totalValue, quantityOnHand, unitCost);
    }

    /** The cost by which missing goods are posted where nothing else is known. */
    void knowCost(BigDecimal cost) {
        unitCost = cost;
    }

    /** INV-03: sets some of it aside. */
    public void allocate(BigDecimal quantity) {
        if (free().compareTo(quantity) < 0) {
            throw new IllegalStateException("More was promised of a balance than it has: " + id());
        }
        quantityAllocated = quantityAllocated.add(quantity);
    }

    public void deallocate(BigDecimal quantity) {
        quantityAllocated = quantityAllocated.subtract(quantity);
    }

    public void counted(Instant at) {
        lastCountedAt = at;
    }

    /** Refuses to take more than is free, unless the place may run below zero. */
    void requireFree(BigDecimal quantity, Place place) {
        if (!place.allowsNegative() && free().compareTo(quantity) < 0) {
            throw Shortage.of(productId, quantity, free().max(Amounts.NO_GOODS)).problem();
        }
    }

    BalanceKey in(StockStatus other) {
        return new BalanceKey(productId, locationId, warehouseLocationId, lotNumber, other, ownership, expiryDate);
    }

    /** The same goods at another place. */
    public BalanceKey at(Place place) {
        return BalanceKey.at(place, productId, lotNumber, status, ownership, expiryDate);
    }

    public BalanceKey key() {
        return in(status);
    }

    public UUID product() {
        return productId;
    }

    public UUID place() {
        return warehouseLocationId;
    }

    public UUID location() {
        return locationId;
    }

    public String lot() {
        return lotNumber;
    }

    public StockStatus condition() {
        return status;
    }

    public BigDecimal onHand() {
        return quantityOnHand;
    }

    public BigDecimal lastCost() {
        return unitCost;
    }

    public @Nullable LocalDate expires() {
        return expiryDate;
    }
}
