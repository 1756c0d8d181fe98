package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Who approves a level of a rule, or whom it goes to when nobody does in time: a role or one user. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_approval_rule_approvers")
@Audited(
        type = "purchase_order_approval_rule_approver",
        parent = "approvalRuleId",
        parentType = "purchase_order_approval_rule")
class RuleApprover extends TenantRecord {

    UUID approvalRuleId;
    Integer level = 1;
    protected @Nullable String role;
    protected @Nullable UUID userId;
    boolean isEscalation;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected RuleApprover() {}
}
