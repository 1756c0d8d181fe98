package io.renoz.orders.amendment;

import static io.renoz.orders.amendment.AmendmentStatus.APPLIED;
import static io.renoz.orders.amendment.AmendmentStatus.APPROVED;
import static io.renoz.orders.amendment.AmendmentStatus.CANCELLED;
import static io.renoz.orders.amendment.AmendmentStatus.REJECTED;
import static io.renoz.orders.amendment.AmendmentStatus.REQUESTED;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.order.OrderChange;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A change of a confirmed order that somebody asks for, somebody approves, and that is applied as a whole. */
@Entity
@Table(schema = "orders", name = "order_amendments")
@Audited(type = "order_amendment", parent = "orderId", parentType = "order")
public class OrderAmendment extends TenantRecord {

    private static final Map<AmendmentStatus, Set<AmendmentStatus>> NEXT =
            Map.of(REQUESTED, Set.of(APPROVED, REJECTED, CANCELLED), APPROVED, Set.of(APPLIED, CANCELLED));

    UUID orderId;
    int amendmentNumber;
    AmendmentType amendmentType = AmendmentType.OTHER;
    AmendmentStatus status = REQUESTED;
    String reason;
    Instant requestedAt;
    UUID requestedBy;

    @Nullable
    Instant reviewedAt;

    @Nullable
    UUID reviewedBy;

    @Nullable
    String reviewNote;

    @Nullable
    Instant appliedAt;

    @Nullable
    UUID appliedBy;

    int orderVersionBefore;

    @Nullable
    Integer orderVersionAfter;

    @Nullable
    BigDecimal newShippingAmount;

    @Nullable
    BigDecimal newDiscountPercent;

    @Nullable
    BigDecimal newDiscountFixed;

    @Nullable
    LocalDate newRequiredDate;

    @Nullable
    LocalDate newPromisedDate;

    @Nullable
    UUID newCustomerAddressId;

    BigDecimal totalBefore = BigDecimal.ZERO;
    BigDecimal totalAfter = BigDecimal.ZERO;
    BigDecimal difference = BigDecimal.ZERO;

    @Transient
    @Parts("amendmentId")
    List<OrderAmendmentItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderAmendment() {}

    public UUID orderId() {
        return orderId;
    }

    /** 1, 2, 3 within the order. */
    public int number() {
        return amendmentNumber;
    }

    /** Whether it may still come to something. */
    boolean open() {
        return status == REQUESTED || status == APPROVED;
    }

    /**
     * Moves along its life cycle.
     *
     * @throws Problem {@code invalid-transition} with {@code from} and {@code to}
     */
    void become(AmendmentStatus next) {
        if (!NEXT.getOrDefault(status, Set.of()).contains(next)) {
            throw Problem.transition(
                            "An amendment that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
        status = next;
    }

    void reviewed(@Nullable UUID by, Instant at, @Nullable String note) {
        reviewedBy = by;
        reviewedAt = at;
        reviewNote = note;
    }

    /** What it would come to, or came to. */
    void comesTo(BigDecimal before, BigDecimal after) {
        totalBefore = before;
        totalAfter = after;
        difference = after.subtract(before);
    }

    void applied(@Nullable UUID by, Instant at, int orderVersion) {
        appliedBy = by;
        appliedAt = at;
        orderVersionAfter = orderVersion;
    }

    OrderChange change() {
        return new OrderChange(
                items.stream().map(OrderAmendmentItem::change).toList(),
                newShippingAmount,
                newDiscountPercent,
                newDiscountFixed,
                newRequiredDate,
                newPromisedDate,
                newCustomerAddressId);
    }
}
