package io.renoz.inventory.serial;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.api.SerialInfo;
import io.renoz.inventory.api.SerializedItemStatus;
import io.renoz.inventory.api.StockStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A physical unit with a serial number, for its whole life. */
@Entity
@Table(schema = "inventory", name = "serialized_items")
@Audited(type = "serialized_item", name = "serialNumberRaw", customer = "customerId")
public class SerializedItem extends TenantRecord {

    UUID productId;

    @Searchable
    String serialNumberRaw;

    @Searchable
    String serialNumberNormalized;

    @Searchable
    @Nullable
    String assetTag;

    SerializedItemStatus status = SerializedItemStatus.AVAILABLE;

    @Nullable
    UUID inventoryId;

    @Nullable
    UUID sourceReceiptItemId;

    @Nullable
    UUID supplierId;

    @Nullable
    UUID orderLineItemId;

    @Nullable
    UUID shipmentId;

    @Nullable
    UUID jobId;

    @Nullable
    UUID customerId;

    @Nullable
    Instant receivedAt;

    @Nullable
    Instant shippedAt;

    @Nullable
    Instant installedAt;

    BigDecimal unitCost = Amounts.NO_MONEY;

    @Nullable
    LocalDate manufacturerWarrantyUntil;

    @Nullable
    String firmwareVersion;

    @Nullable
    UUID replacedById;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected SerializedItem() {}

    static SerializedItem of(UUID product, String typed) {
        var unit = new SerializedItem();
        unit.productId = product;
        unit.serialNumberRaw = typed.strip();
        unit.serialNumberNormalized = SerialNumbers.normal(typed);
        return unit;
    }

    /** Where a unit is in its life while its stock has a condition. */
    public static SerializedItemStatus inStock(StockStatus condition) {
        return switch (condition) {
            case AVAILABLE -> SerializedItemStatus.AVAILABLE;
            case QUARANTINED, DAMAGED -> SerializedItemStatus.QUARANTINED;
            case RETURNED -> SerializedItemStatus.RETURNED;
        };
    }

    /** It is in our stock from now on. */
    public void enter(UUID balance, StockStatus condition) {
        inventoryId = balance;
        status = inStock(condition);
        customerId = null;
    }

    /** What is told of a unit that was bought. */
    public void bought(@Nullable UUID supplier, @Nullable UUID receiptItem, BigDecimal cost, Instant at) {
        supplierId = supplier;
        sourceReceiptItemId = receiptItem;
        unitCost = cost;
        receivedAt = at;
    }

    /** It left on a shipment. */
    public void ship(@Nullable UUID orderLine, @Nullable UUID shipment, @Nullable UUID customer, Instant at) {
        leave(SerializedItemStatus.SHIPPED);
        orderLineItemId = orderLine;
        shipmentId = shipment;
        customerId = customer;
        shippedAt = at;
    }

    /** It was built in by a job. */
    public void install(UUID job, @Nullable UUID customer, Instant at) {
        leave(SerializedItemStatus.INSTALLED);
        jobId = job;
        customerId = customer;
        installedAt = at;
    }

    /** It is in our stock no more. */
    public void leave(SerializedItemStatus next) {
        inventoryId = null;
        status = next;
    }

    /** It lies elsewhere in our stock. */
    public void lie(UUID balance) {
        inventoryId = balance;
    }

    public void allocate() {
        status = SerializedItemStatus.ALLOCATED;
    }

    public void free() {
        status = SerializedItemStatus.AVAILABLE;
    }

    /** Whether it is on hand. */
    public boolean onHand() {
        return inventoryId != null;
    }

    public UUID product() {
        return productId;
    }

    public String serial() {
        return serialNumberRaw;
    }

    public String normal() {
        return serialNumberNormalized;
    }

    public SerializedItemStatus state() {
        return status;
    }

    public @Nullable UUID balance() {
        return inventoryId;
    }

    public SerialInfo info() {
        return new SerialInfo(
                id(),
                productId,
                serialNumberRaw,
                serialNumberNormalized,
                status,
                inventoryId,
                orderLineItemId,
                shipmentId,
                jobId,
                customerId,
                receivedAt,
                shippedAt,
                installedAt,
                manufacturerWarrantyUntil,
                replacedById);
    }
}
