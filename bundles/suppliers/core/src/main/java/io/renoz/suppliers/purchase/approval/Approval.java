package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One level of the approval of an order, or of an amendment of it. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_approvals")
@Audited(type = "purchase_order_approval", parent = "purchaseOrderId", parentType = "purchase_order")
public class Approval extends TenantRecord {

    UUID purchaseOrderId;
    protected @Nullable UUID approvalRuleId;
    int round = 1;
    int level = 1;
    UUID approverId;
    ApprovalStatus status = ApprovalStatus.PENDING;
    protected @Nullable String comments;
    protected @Nullable UUID decidedBy;
    protected @Nullable Instant approvedAt;
    protected @Nullable Instant rejectedAt;
    protected @Nullable Instant dueAt;
    protected @Nullable UUID escalatedTo;
    protected @Nullable Instant escalatedAt;
    protected @Nullable String escalationReason;
    protected @Nullable UUID delegatedFrom;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Approval() {}

    Approval(UUID order, @Nullable UUID rule, int round, int level, UUID approver, Instant due) {
        this.purchaseOrderId = order;
        this.approvalRuleId = rule;
        this.round = round;
        this.level = level;
        this.approverId = approver;
        this.dueAt = due;
    }

    /** Refuses what can no longer be decided. */
    void requireOpen(String to) {
        if (!status.open()) {
            throw Problem.transition("An approval that is " + Coded.of(status) + " cannot become " + to + ".")
                    .with("from", Coded.of(status))
                    .with("to", to);
        }
    }

    void approve(UUID by, @Nullable UUID insteadOf, @Nullable String words, Instant at) {
        status = ApprovalStatus.APPROVED;
        decide(by, insteadOf, words);
        approvedAt = at;
    }

    void reject(UUID by, @Nullable UUID insteadOf, String words, Instant at) {
        status = ApprovalStatus.REJECTED;
        decide(by, insteadOf, words);
        rejectedAt = at;
    }

    private void decide(UUID by, @Nullable UUID insteadOf, @Nullable String words) {
        decidedBy = by;
        delegatedFrom = insteadOf;
        comments = words;
    }

    /** SUP-08: another level was rejected, or the order was withdrawn; what was written stays. */
    void skip() {
        if (status.open()) {
            status = ApprovalStatus.SKIPPED;
        }
    }

    /** Gives the decision to another user, where it is this one's. */
    void passOn(UUID from, UUID to) {
        approverId = approverId.equals(from) ? to : approverId;
        escalatedTo = from.equals(escalatedTo) ? to : escalatedTo;
    }

    /** SUP-08: from now on the other may decide too. */
    void escalate(UUID to, String reason, Instant at) {
        status = ApprovalStatus.ESCALATED;
        escalatedTo = to;
        escalatedAt = at;
        escalationReason = reason;
    }
}
