package io.renoz.suppliers.purchase.order;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A line of a purchase order. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_items")
@Audited(type = "purchase_order_item", name = "productName", parent = "purchaseOrderId", parentType = "purchase_order")
public class PurchaseOrderItem extends TenantRecord {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    UUID purchaseOrderId;
    int lineNumber;
    protected @Nullable UUID productId;

    String productName;
    protected @Nullable String productSku;
    protected @Nullable String supplierProductCode;
    protected @Nullable String description;
    BigDecimal quantity;
    String unitOfMeasure = "each";
    BigDecimal unitPrice = BigDecimal.ZERO.setScale(2);
    BigDecimal discountPercent = BigDecimal.ZERO.setScale(2);
    BigDecimal taxRate = BigDecimal.ZERO.setScale(2);
    BigDecimal lineSubtotal = BigDecimal.ZERO.setScale(2);
    BigDecimal taxAmount = BigDecimal.ZERO.setScale(2);
    BigDecimal lineTotal = BigDecimal.ZERO.setScale(2);
    protected @Nullable BigDecimal unitWeightKg;
    protected @Nullable UUID priceListId;
    BigDecimal quantityReceived = BigDecimal.ZERO.setScale(3);
    BigDecimal quantityRejected = BigDecimal.ZERO.setScale(3);
    BigDecimal quantityReturned = BigDecimal.ZERO.setScale(3);
    BigDecimal quantityCancelled = BigDecimal.ZERO.setScale(3);
    protected @Nullable BigDecimal landedUnitCost;
    protected @Nullable LocalDate expectedDeliveryDate;
    protected @Nullable LocalDate actualDeliveryDate;
    protected @Nullable UUID orderLineItemId;
    protected @Nullable UUID jobMaterialId;
    protected @Nullable String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected PurchaseOrderItem() {}

    /** A line that an amendment adds. */
    PurchaseOrderItem(UUID order, int lineNumber, BigDecimal quantity, BigDecimal unitPrice, String name) {
        this.purchaseOrderId = order;
        this.lineNumber = lineNumber;
        this.quantity = quantity;
        this.unitPrice = unitPrice;
        this.productName = name;
    }

    /** SUP-09: what is still to come; rejected goods are. The database generates the column of that name the same way. */
    public BigDecimal quantityPending() {
        return quantity.subtract(quantityCancelled)
                .subtract(quantityReceived)
                .add(quantityRejected)
                .max(BigDecimal.ZERO);
    }

    /** What arrived and was not refused. */
    public BigDecimal quantityAccepted() {
        return quantityReceived.subtract(quantityRejected);
    }

    /** SUP-15: what an amendment cannot take back. */
    BigDecimal quantitySettled() {
        return quantityReceived.add(quantityCancelled).min(quantity);
    }

    /** Goods come in; negative numbers take them back. */
    public void receive(BigDecimal received, BigDecimal rejected) {
        quantityReceived = quantityReceived.add(received);
        quantityRejected = quantityRejected.add(rejected);
    }

    /** The day goods last came. */
    public void delivered(LocalDate day) {
        actualDeliveryDate = later(actualDeliveryDate, day);
    }

    /** What a unit of the goods that last came costs with everything. */
    public void landed(BigDecimal unit) {
        landedUnitCost = unit;
    }

    /** Nothing came yet. */
    public void undelivered() {
        actualDeliveryDate = null;
        landedUnitCost = null;
    }

    static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isBefore(other) ? other : one;
    }

    /** SUP-20: what has not come yet will not come; says how much that was. */
    BigDecimal cancelPending() {
        BigDecimal pending = quantityPending();
        quantityCancelled = quantityCancelled.add(pending);
        return pending;
    }

    void amend(@Nullable BigDecimal newQuantity, @Nullable BigDecimal newPrice, @Nullable LocalDate newExpected) {
        if (newQuantity != null && newQuantity.compareTo(quantitySettled()) < 0) {
            throw Problem.of(
                            "below-received",
                            "Line " + lineNumber + " cannot have less than the " + plain(quantitySettled())
                                    + " that were received or cancelled.")
                    .with("lineNumber", lineNumber)
                    .with("minimum", quantitySettled());
        }
        quantity = newQuantity == null ? quantity : newQuantity;
        unitPrice = newPrice == null ? unitPrice : newPrice;
        expectedDeliveryDate = newExpected == null ? expectedDeliveryDate : newExpected;
    }

    /** SUP-15: the line stays for the record, costs nothing and expects nothing. */
    void remove() {
        if (quantityReceived.signum() > 0) {
            throw Problem.of("below-received", "Line " + lineNumber + " cannot go: goods of it were received.")
                    .with("lineNumber", lineNumber)
                    .with("minimum", quantitySettled());
        }
        quantityCancelled = quantity;
        discountPercent = HUNDRED.setScale(2);
    }

    /** Whether nothing of the line is wanted any more. */
    boolean removed() {
        return quantityCancelled.compareTo(quantity) == 0;
    }

    PurchaseTotals.Line priced() {
        return new PurchaseTotals.Line(quantity, unitPrice, discountPercent, taxRate);
    }

    void take(PurchaseTotals.LineAmounts amounts) {
        lineSubtotal = amounts.subtotal();
        taxAmount = amounts.tax();
        lineTotal = amounts.total();
    }

    /** An amount of the whole line for a part of its quantity. */
    static BigDecimal part(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return amount.multiply(part).divide(whole, 2, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal quantity) {
        return quantity.stripTrailingZeros().toPlainString();
    }

    public UUID purchaseOrderId() {
        return purchaseOrderId;
    }

    public int lineNumber() {
        return lineNumber;
    }

    public @Nullable UUID productId() {
        return productId;
    }

    public String productName() {
        return productName;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public BigDecimal quantityReceived() {
        return quantityReceived;
    }

    public @Nullable LocalDate expectedDeliveryDate() {
        return expectedDeliveryDate;
    }

    public @Nullable UUID orderLineItemId() {
        return orderLineItemId;
    }

    public BigDecimal lineSubtotal() {
        return lineSubtotal;
    }

    /** What the line weighs; 0 where nobody knows. */
    public BigDecimal weight() {
        return unitWeightKg == null ? BigDecimal.ZERO : unitWeightKg.multiply(quantity);
    }
}
