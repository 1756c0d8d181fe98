package io.renoz.orders.fulfilment;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.ShipmentStatus;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A parcel or delivery run out of an order. */
@Entity
@Table(schema = "orders", name = "order_shipments")
@Audited(type = "order_shipment", name = "shipmentNumber", parent = "orderId", parentType = "order")
public class OrderShipment extends TenantRecord {

    private static final Map<ShipmentStatus, Set<ShipmentStatus>> NEXT = Map.of(
            ShipmentStatus.PENDING, Set.of(ShipmentStatus.IN_TRANSIT, ShipmentStatus.FAILED),
            ShipmentStatus.IN_TRANSIT,
                    Set.of(
                            ShipmentStatus.OUT_FOR_DELIVERY,
                            ShipmentStatus.DELIVERED,
                            ShipmentStatus.FAILED,
                            ShipmentStatus.RETURNED),
            ShipmentStatus.OUT_FOR_DELIVERY,
                    Set.of(ShipmentStatus.DELIVERED, ShipmentStatus.FAILED, ShipmentStatus.RETURNED),
            ShipmentStatus.FAILED, Set.of(ShipmentStatus.IN_TRANSIT, ShipmentStatus.RETURNED),
            ShipmentStatus.DELIVERED, Set.of(ShipmentStatus.IN_TRANSIT),
            ShipmentStatus.RETURNED, Set.of());

    UUID orderId;

    @Searchable
    String shipmentNumber;

    ShipmentStatus status = ShipmentStatus.PENDING;

    @Nullable
    String carrier;

    @Nullable
    String carrierService;

    @Searchable
    @Nullable
    String trackingNumber;

    @Nullable
    String trackingUrl;

    String shipToName;

    @Nullable
    String shipToCompany;

    String shipToStreet1;

    @Nullable
    String shipToStreet2;

    String shipToCity;

    @Nullable
    String shipToState;

    String shipToPostcode;
    String shipToCountry;

    @Nullable
    String shipToPhone;

    @Nullable
    String shipToEmail;

    @Nullable
    String instructions;

    @Nullable
    UUID fromLocationId;

    @Nullable
    Integer weightGrams;

    @Nullable
    Integer lengthMm;

    @Nullable
    Integer widthMm;

    @Nullable
    Integer heightMm;

    Integer packageCount = 1;
    boolean hasDangerousGoods;

    @Nullable
    BigDecimal shippingCost;

    @Nullable
    UUID labelAttachmentId;

    int documentRevision;

    @Nullable
    Instant shippedAt;

    @Nullable
    UUID shippedBy;

    @Nullable
    Instant estimatedDeliveryAt;

    @Nullable
    Instant deliveredAt;

    @Nullable
    String deliveredTo;

    @Nullable
    UUID signatureAttachmentId;

    @Nullable
    UUID photoAttachmentId;

    @Nullable
    String deliveryNotes;

    @Nullable
    String failureReason;

    @Nullable
    String notes;

    @Nullable
    String carrierNotes;

    /** What stock wrote when it left; empty while stock knows of nothing that is out. */
    @Nullable
    UUID stockPostingId;

    @Transient
    @Parts("shipmentId")
    List<ShipmentItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderShipment() {}

    // What it says

    public UUID orderId() {
        return orderId;
    }

    public String number() {
        return shipmentNumber;
    }

    public ShipmentStatus status() {
        return status;
    }

    /** Its items in the order in which they were packed. */
    public List<ShipmentItem> items() {
        return items.stream().sorted(Comparator.comparing(ShipmentItem::id)).toList();
    }

    public @Nullable String carrier() {
        return carrier;
    }

    public @Nullable String trackingNumber() {
        return trackingNumber;
    }

    public int packageCount() {
        return packageCount;
    }

    public @Nullable String instructions() {
        return instructions;
    }

    public int documentRevision() {
        return documentRevision;
    }

    public @Nullable Instant shippedAt() {
        return shippedAt;
    }

    public @Nullable Instant deliveredAt() {
        return deliveredAt;
    }

    public @Nullable String deliveredTo() {
        return deliveredTo;
    }

    public @Nullable String deliveryNotes() {
        return deliveryNotes;
    }

    /** When it was packed. */
    public Instant made() {
        return Objects.requireNonNull(createdAt());
    }

    /** Whom it goes to and where, line by line. */
    public List<@Nullable String> addressLines() {
        String city = shipToCity + (shipToState == null ? "" : " " + shipToState) + " " + shipToPostcode;
        return Arrays.asList(shipToName, shipToCompany, shipToStreet1, shipToStreet2, city, shipToCountry, shipToPhone);
    }

    // What happens to it

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition} with {@code from} and {@code to}
     */
    void requireMove(ShipmentStatus to) {
        if (!NEXT.getOrDefault(status, Set.of()).contains(to)) {
            throw refused(to, "");
        }
    }

    /** The same for a reason beyond the states. */
    Problem refused(ShipmentStatus to, String why) {
        return Problem.transition("A shipment that is " + words(status) + " cannot become " + words(to) + why + ".")
                .with("from", Coded.of(status))
                .with("to", Coded.of(to));
    }

    /**
     * Refuses to change what papers say once it left.
     *
     * @throws Problem {@code invalid-transition}
     */
    void requirePending() {
        if (status != ShipmentStatus.PENDING) {
            throw Problem.transition("A shipment that is " + words(status) + " is not packed anew.")
                    .with("from", Coded.of(status));
        }
    }

    private static String words(ShipmentStatus status) {
        return Coded.of(status).replace('_', ' ');
    }

    /** Whether it is out of the house, or was. */
    boolean out() {
        return status == ShipmentStatus.IN_TRANSIT || status == ShipmentStatus.OUT_FOR_DELIVERY;
    }

    void become(ShipmentStatus next) {
        status = next;
    }

    /** ORD-23: printed papers are stale from now on. */
    void revise() {
        documentRevision++;
    }

    /** All that its papers show, to tell whether it changed. */
    List<@Nullable Object> papers() {
        var all = new ArrayList<@Nullable Object>(addressLines());
        all.addAll(Arrays.asList(
                shipToEmail,
                instructions,
                fromLocationId,
                weightGrams,
                lengthMm,
                widthMm,
                heightMm,
                packageCount,
                hasDangerousGoods));
        items().forEach(item -> all.addAll(Arrays.asList(
                item.id(),
                item.orderLineItemId,
                item.quantity.stripTrailingZeros(),
                item.lotNumber,
                item.expiryDate,
                item.notes)));
        return all;
    }
}
