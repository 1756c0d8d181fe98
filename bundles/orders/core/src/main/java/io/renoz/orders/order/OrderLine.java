package io.renoz.orders.order;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.Permissions;
import io.renoz.orders.api.OrderLineType;
import io.renoz.orders.api.PickStatus;
import io.renoz.orders.api.TaxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A line of an order: what is sold, for how much, and how far it is on its way. */
@Entity
@Table(schema = "orders", name = "order_line_items")
@Audited(type = "order_line_item", name = "description", parent = "orderId", parentType = "order")
public class OrderLine extends TenantRecord {

    /** The source of a price that somebody said. */
    static final String MANUAL = "manual";

    private static final String REMOVED = "removed";

    UUID orderId;

    /** Given when the line is drafted, unless its maker says one. */
    Integer lineNumber;

    OrderLineType lineType = OrderLineType.ITEM;

    @Nullable
    UUID parentLineId;

    @Nullable
    UUID productId;

    @Nullable
    String sku;

    /** The product's where the caller says none. */
    String description;

    BigDecimal quantity = BigDecimal.ZERO;

    @Nullable
    String unitOfMeasure;

    /** Resolved for the customer and the day where the caller says none. */
    BigDecimal unitPrice = BigDecimal.ZERO;

    @Nullable
    String priceSource;

    @Nullable
    BigDecimal discountPercent;

    @Nullable
    BigDecimal discountAmount;

    TaxType taxType = TaxType.GST;
    BigDecimal taxRate = BigDecimal.ZERO;
    BigDecimal lineSubtotal = BigDecimal.ZERO;
    BigDecimal taxAmount = BigDecimal.ZERO;
    BigDecimal lineTotal = BigDecimal.ZERO;

    @Column(name = "unit_cost")
    @Nullable
    BigDecimal cost;

    boolean isShippable = true;
    boolean isSerialized;

    @Nullable
    LocalDate requestedDate;

    @Nullable
    UUID locationId;

    PickStatus pickStatus = PickStatus.NOT_PICKED;

    @Nullable
    Instant pickedAt;

    @Nullable
    UUID pickedBy;

    BigDecimal qtyReserved = BigDecimal.ZERO;
    BigDecimal qtyPicked = BigDecimal.ZERO;
    BigDecimal qtyShipped = BigDecimal.ZERO;
    BigDecimal qtyDelivered = BigDecimal.ZERO;
    BigDecimal qtyReturned = BigDecimal.ZERO;

    @Nullable
    String notes;

    /** Whether its price, and where that comes from, were brought along rather than found. */
    @Transient
    boolean priceGiven;

    /** Whether its tax was brought along rather than found. */
    @Transient
    boolean taxRateGiven;

    /** As it was read: what a caller's change of the line is measured by. */
    @Transient
    private @Nullable Stored stored;

    private record Stored(
            Integer lineNumber, @Nullable UUID productId, BigDecimal quantity, BigDecimal unitPrice, TaxType taxType) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderLine() {}

    @PostLoad
    void loaded() {
        stored = new Stored(lineNumber, productId, quantity, unitPrice, taxType);
    }

    /** A new one as a caller says it. */
    static OrderLine of(UUID order, LineInput input) {
        var line = new OrderLine();
        line.orderId = order;
        line.apply(input);
        return line;
    }

    /** The same line apart from what is stored. */
    OrderLine copy() {
        var line = new OrderLine();
        line.identify(id());
        line.orderId = orderId;
        line.parentLineId = parentLineId;
        line.apply(input());
        line.priceSource = priceSource;
        line.taxRate = taxRate;
        line.isShippable = isShippable;
        line.isSerialized = isSerialized;
        line.qtyPicked = qtyPicked;
        line.qtyShipped = qtyShipped;
        line.qtyDelivered = qtyDelivered;
        line.qtyReturned = qtyReturned;
        return line;
    }

    /** Everything that a caller may say. */
    @SuppressWarnings("NullAway") // what is left open here is filled in when the draft is completed
    void apply(LineInput input) {
        lineNumber = input.lineNumber() == null ? lineNumber : input.lineNumber();
        lineType = input.lineType();
        productId = input.productId();
        sku = input.sku();
        description = input.description();
        quantity = input.quantity();
        unitOfMeasure = input.unitOfMeasure();
        unitPrice = input.unitPrice();
        discountPercent = input.discountPercent();
        discountAmount = input.discountAmount();
        taxType = input.taxType();
        requestedDate = input.requestedDate();
        locationId = input.locationId();
        notes = input.notes();
    }

    LineInput input() {
        return new LineInput(
                id(),
                lineNumber,
                lineType,
                productId,
                sku,
                description,
                quantity,
                unitOfMeasure,
                unitPrice,
                discountPercent,
                discountAmount,
                taxType,
                lineSubtotal,
                taxAmount,
                lineTotal,
                requestedDate,
                locationId,
                notes);
    }

    // What it says

    public UUID orderId() {
        return orderId;
    }

    public Integer lineNumber() {
        return lineNumber;
    }

    public OrderLineType lineType() {
        return lineType;
    }

    public Optional<UUID> productId() {
        return Optional.ofNullable(productId);
    }

    public String description() {
        return description;
    }

    public BigDecimal quantity() {
        return quantity;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public @Nullable BigDecimal discountPercent() {
        return discountPercent;
    }

    public @Nullable BigDecimal discountAmount() {
        return discountAmount;
    }

    public Optional<UUID> locationId() {
        return Optional.ofNullable(locationId);
    }

    /** False for services, digital goods, sections, notes and bundle headers. */
    public boolean shippable() {
        return isShippable;
    }

    public boolean serialized() {
        return isSerialized;
    }

    public BigDecimal qtyReserved() {
        return qtyReserved;
    }

    public BigDecimal qtyPicked() {
        return qtyPicked;
    }

    public BigDecimal qtyShipped() {
        return qtyShipped;
    }

    public BigDecimal qtyDelivered() {
        return qtyDelivered;
    }

    public BigDecimal qtyReturned() {
        return qtyReturned;
    }

    /** Whether there is something to deliver at all: sections and notes have nothing, a bundle's header has its components. */
    public boolean deliverable() {
        return lineType == OrderLineType.ITEM || lineType == OrderLineType.COMPONENT;
    }

    /** Whether it is sold rather than said. */
    public boolean priced() {
        return lineType == OrderLineType.ITEM || lineType == OrderLineType.BUNDLE;
    }

    /** What it cost us, to those who may know. */
    @Nullable
    BigDecimal unitCost() {
        return cost != null && Call.current().permits(Permissions.COST) ? cost : null;
    }

    // What happens to its goods

    /** Absolute, as stock tells it. */
    public void reserved(BigDecimal held) {
        qtyReserved = held;
    }

    /** So many more, or with a negative number fewer, are picked. */
    public void pick(BigDecimal by) {
        qtyPicked = qtyPicked.add(by);
        pickStatus = qtyPicked.signum() == 0
                ? PickStatus.NOT_PICKED
                : qtyPicked.compareTo(quantity) >= 0 ? PickStatus.PICKED : PickStatus.PICKING;
    }

    /** Who picked last. */
    public void pickedBy(@Nullable UUID user, Instant at) {
        pickedBy = user;
        pickedAt = at;
    }

    /** So many more, or with a negative number fewer, left the house. */
    public void ship(BigDecimal by) {
        qtyShipped = qtyShipped.add(by);
    }

    /** So many more, or with a negative number fewer, reached the customer. */
    public void deliver(BigDecimal by) {
        qtyDelivered = qtyDelivered.add(by);
    }

    /** So many came back. */
    public void takeBack(BigDecimal by) {
        qtyReturned = qtyReturned.add(by);
    }

    /** Another quantity, as an amendment or the closing of a remainder says. */
    void resize(BigDecimal to) {
        quantity = to;
        pick(BigDecimal.ZERO);
    }

    /** Given up: it stays as a note, so that what refers to it keeps its hold. */
    void remove() {
        lineType = OrderLineType.NOTE;
        priceSource = REMOVED;
        quantity = BigDecimal.ZERO.setScale(3);
        unitPrice = BigDecimal.ZERO.setScale(2);
        discountPercent = null;
        discountAmount = null;
        isShippable = false;
        reserved(BigDecimal.ZERO.setScale(3));
    }

    /** Whether it was sold once and given up later. */
    public boolean removed() {
        return lineType == OrderLineType.NOTE && REMOVED.equals(priceSource);
    }

    // How its drafting looks at it

    /** The number it had when it was read; null for a new one. */
    @Nullable
    Integer storedNumber() {
        return stored == null ? null : stored.lineNumber;
    }

    /** Whether its price was found by the platform, rather than said by somebody, and still is that one. */
    boolean keepsFoundPrice() {
        return stored != null
                && priceSource != null
                && !priceSource.equals(MANUAL)
                && unitPrice != null
                && stored.unitPrice.compareTo(unitPrice) == 0;
    }

    /** Whether what it was taxed by is what it was. */
    boolean keepsTax() {
        return stored != null && stored.taxType == taxType && Objects.equals(stored.productId, productId);
    }

    /** Whether it stands for the same goods as when it was read. */
    boolean sameGoods() {
        return stored != null
                && Objects.equals(stored.productId, productId)
                && stored.quantity.compareTo(quantity) == 0;
    }
}
