package io.renoz.suppliers.purchase.amendment;

import static io.renoz.suppliers.purchase.amendment.AmendmentStatus.APPLIED;
import static io.renoz.suppliers.purchase.amendment.AmendmentStatus.APPROVED;
import static io.renoz.suppliers.purchase.amendment.AmendmentStatus.CANCELLED;
import static io.renoz.suppliers.purchase.amendment.AmendmentStatus.REJECTED;
import static io.renoz.suppliers.purchase.amendment.AmendmentStatus.REQUESTED;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A change of an order that was sent. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_amendments")
@Audited(type = "purchase_order_amendment", parent = "purchaseOrderId", parentType = "purchase_order")
class Amendment extends TenantRecord {

    private static final Map<AmendmentStatus, Set<AmendmentStatus>> NEXT = Map.of(
            REQUESTED, Set.of(APPROVED, REJECTED, CANCELLED),
            APPROVED, Set.of(APPLIED, CANCELLED),
            REJECTED, Set.of(),
            APPLIED, Set.of(),
            CANCELLED, Set.of());

    private static final int MOST_REASON = 500;

    UUID purchaseOrderId;
    int amendmentNumber;
    AmendmentStatus status = REQUESTED;
    String reason;
    UUID requestedBy;
    Instant requestedAt;
    BigDecimal totalBefore = BigDecimal.ZERO.setScale(2);
    BigDecimal totalAfter = BigDecimal.ZERO.setScale(2);

    /** The round of approvals that decides on it; null where one decision is enough. */
    protected @Nullable Integer approvalRound;

    protected @Nullable UUID decidedBy;
    protected @Nullable Instant decidedAt;
    protected @Nullable String rejectionReason;
    protected @Nullable UUID appliedBy;
    protected @Nullable Instant appliedAt;
    protected @Nullable Instant supplierNotifiedAt;
    protected @Nullable String notes;

    @Transient
    @Parts("amendmentId")
    List<AmendmentLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Amendment() {}

    private void become(AmendmentStatus next) {
        if (!NEXT.getOrDefault(status, Set.of()).contains(next)) {
            throw Problem.transition(
                            "An amendment that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
        status = next;
    }

    void approve(UUID by, Instant at) {
        become(APPROVED);
        decidedBy = by;
        decidedAt = at;
    }

    void reject(UUID by, Instant at, String why) {
        become(REJECTED);
        decidedBy = by;
        decidedAt = at;
        rejectionReason = why.substring(0, Math.min(why.length(), MOST_REASON));
    }

    /** SUP-15: where a whole approval is asked for, nobody decides alone. */
    void requireSingleDecision() {
        if (status == REQUESTED && approvalRound != null) {
            throw Problem.of("approval-required", "This amendment is decided level by level, among the approvals.")
                    .with("round", approvalRound);
        }
    }

    void apply(UUID by, Instant at) {
        become(APPLIED);
        appliedBy = by;
        appliedAt = at;
    }

    void cancel() {
        become(CANCELLED);
    }
}
