package io.renoz.suppliers.purchase.receipt;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What arrived for one line of an order. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_receipt_items")
@Audited(type = "purchase_order_receipt_item", parent = "receiptId", parentType = "purchase_order_receipt")
class ReceiptItem extends TenantRecord {

    UUID receiptId;
    UUID purchaseOrderItemId;
    int lineNumber;
    BigDecimal quantityExpected;
    BigDecimal quantityReceived;
    BigDecimal quantityAccepted = BigDecimal.ZERO.setScale(3);
    BigDecimal quantityRejected = BigDecimal.ZERO.setScale(3);
    ItemCondition condition = ItemCondition.NEW;
    protected @Nullable RejectionReason rejectionReason;
    protected @Nullable String qualityNotes;
    protected @Nullable UUID warehouseLocationId;
    protected @Nullable String lotNumber;
    protected @Nullable LocalDate expiryDate;
    String @Nullable [] serialNumbers;
    BigDecimal unitCostBase = BigDecimal.ZERO.setScale(2);
    BigDecimal landedCostTotal = BigDecimal.ZERO.setScale(2);

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected ReceiptItem() {}

    ReceiptItem(UUID receipt, int lineNumber, PurchaseOrderItem item, Delivery.Line line) {
        this.receiptId = receipt;
        this.lineNumber = lineNumber;
        this.purchaseOrderItemId = item.id();
        this.quantityExpected = item.quantityPending();
        this.quantityReceived = line.received(item);
        this.condition = line.condition();
        this.qualityNotes = line.qualityNotes();
        this.warehouseLocationId = line.warehouseLocationId();
        this.lotNumber = line.lotNumber();
        this.expiryDate = line.expiryDate();
        this.serialNumbers =
                line.serialNumbers().isEmpty() ? null : line.serialNumbers().toArray(String[]::new);
    }

    /** SUP-09: what of it is good, and why the rest is not. */
    void judge(BigDecimal rejected, @Nullable RejectionReason reason) {
        quantityRejected = rejected;
        quantityAccepted = quantityReceived.subtract(rejected);
        rejectionReason = rejected.signum() == 0 ? null : reason;
    }

    /** SUP-13. */
    void cost(BigDecimal unit, BigDecimal landed) {
        unitCostBase = unit;
        landedCostTotal = landed;
    }

    List<String> serials() {
        return serialNumbers == null ? List.of() : List.of(serialNumbers);
    }
}
