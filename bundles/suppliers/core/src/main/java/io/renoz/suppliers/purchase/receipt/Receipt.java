package io.renoz.suppliers.purchase.receipt;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.suppliers.InspectionRequirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A goods received note. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_receipts")
@Audited(
        type = "purchase_order_receipt",
        name = "receiptNumber",
        parent = "purchaseOrderId",
        parentType = "purchase_order")
class Receipt extends TenantRecord {

    UUID purchaseOrderId;

    @Searchable
    String receiptNumber;

    ReceiptStatus status = ReceiptStatus.PENDING_INSPECTION;
    protected @Nullable UUID locationId;
    UUID receivedBy;
    Instant receivedAt;
    protected @Nullable String carrier;

    @Searchable
    protected @Nullable String trackingNumber;

    @Searchable
    protected @Nullable String deliveryReference;

    protected @Nullable Integer packageCount;
    BigDecimal totalItemsExpected = BigDecimal.ZERO.setScale(3);
    BigDecimal totalItemsReceived = BigDecimal.ZERO.setScale(3);
    BigDecimal totalItemsAccepted = BigDecimal.ZERO.setScale(3);
    BigDecimal totalItemsRejected = BigDecimal.ZERO.setScale(3);
    InspectionRequirement inspectionRequirement = InspectionRequirement.NONE;
    protected @Nullable Instant inspectionCompletedAt;
    protected @Nullable UUID inspectionCompletedBy;
    protected @Nullable UUID inventoryPostingId;
    protected @Nullable Instant reversedAt;
    protected @Nullable UUID reversedBy;
    protected @Nullable String reversalReason;
    protected @Nullable String qualityNotes;
    protected @Nullable String notes;

    @Transient
    @Parts("receiptId")
    List<ReceiptItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Receipt() {}

    Receipt(UUID order, String number, UUID by, Instant at, Delivery delivery) {
        this.purchaseOrderId = order;
        this.receiptNumber = number;
        this.receivedBy = by;
        this.receivedAt = at;
        this.locationId = delivery.locationId();
        this.carrier = delivery.carrier();
        this.trackingNumber = delivery.trackingNumber();
        this.deliveryReference = delivery.deliveryReference();
        this.packageCount = delivery.packageCount();
        this.qualityNotes = delivery.qualityNotes();
        this.notes = delivery.notes();
    }

    /** Adds up what the lines say. */
    void sum() {
        totalItemsReceived = sum(item -> item.quantityReceived);
        totalItemsAccepted = sum(item -> item.quantityAccepted);
        totalItemsRejected = sum(item -> item.quantityRejected);
    }

    private BigDecimal sum(Function<ReceiptItem, BigDecimal> quantity) {
        return items.stream().map(quantity).reduce(BigDecimal.ZERO.setScale(3), BigDecimal::add);
    }

    /** The lines were looked at, or need not be. */
    void judged() {
        sum();
        status = totalItemsRejected.signum() == 0
                ? ReceiptStatus.ACCEPTED
                : totalItemsAccepted.signum() == 0 ? ReceiptStatus.REJECTED : ReceiptStatus.PARTIALLY_ACCEPTED;
    }

    void inspected(@Nullable UUID by, Instant at, @Nullable String remarks) {
        judged();
        inspectionCompletedBy = by;
        inspectionCompletedAt = by == null ? null : at;
        qualityNotes = remarks == null ? qualityNotes : remarks;
    }

    void requireUninspected() {
        if (status != ReceiptStatus.PENDING_INSPECTION) {
            throw Problem.transition("A receipt that is " + words() + " waits for no inspection.")
                    .with("from", Coded.of(status))
                    .with("allowed", List.of(Coded.of(ReceiptStatus.PENDING_INSPECTION)));
        }
    }

    void requireStanding() {
        if (status == ReceiptStatus.REVERSED) {
            throw Problem.transition("The receipt was reversed already.")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(ReceiptStatus.REVERSED));
        }
    }

    void reverse(@Nullable UUID by, Instant at, String reason) {
        status = ReceiptStatus.REVERSED;
        reversedBy = by;
        reversedAt = by == null ? null : at;
        reversalReason = reason;
    }

    private String words() {
        return Coded.of(status).replace('_', ' ');
    }
}
