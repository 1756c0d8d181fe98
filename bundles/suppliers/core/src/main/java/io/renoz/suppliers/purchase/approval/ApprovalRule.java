package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Audited;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Who must approve orders of which amounts; amounts are in the organization's currency. */
@Entity
@Table(schema = "suppliers", name = "purchase_order_approval_rules")
@Audited(type = "purchase_order_approval_rule", name = "name")
public class ApprovalRule extends TenantRecord {

    /** SUP-05. */
    private static final Comparator<ApprovalRule> CLOSEST = Comparator.<ApprovalRule, Boolean>comparing(
                    rule -> rule.supplierId == null)
            .thenComparing(rule -> rule.priority)
            .thenComparing(rule -> rule.minAmount, Comparator.reverseOrder())
            .thenComparing(rule -> rule.name);

    String name;
    protected @Nullable String description;
    BigDecimal minAmount = BigDecimal.ZERO;
    protected @Nullable BigDecimal maxAmount;
    protected @Nullable UUID supplierId;
    Boolean requiresApproval = true;
    protected @Nullable BigDecimal autoApproveUnder;
    Integer levels = 1;
    int priority;
    Integer escalationHours = 24;
    Boolean isActive = true;

    @Transient
    @Parts("approvalRuleId")
    List<RuleApprover> approvers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected ApprovalRule() {}

    /** SUP-05: the rule for an order of that amount: the supplier's own, then by priority, then the one that begins highest. */
    static Optional<ApprovalRule> choose(Collection<ApprovalRule> rules, UUID supplier, BigDecimal amount) {
        return rules.stream().filter(rule -> rule.covers(supplier, amount)).min(CLOSEST);
    }

    private boolean covers(UUID supplier, BigDecimal amount) {
        return isActive
                && (supplierId == null || supplierId.equals(supplier))
                && minAmount.compareTo(amount) <= 0
                && (maxAmount == null || maxAmount.compareTo(amount) >= 0);
    }

    /** SUP-05: how many have to approve one after the other; none for what is approved at once. */
    int levelsFor(BigDecimal amount) {
        boolean small = autoApproveUnder != null && amount.compareTo(autoApproveUnder) < 0;
        return requiresApproval && !small ? levels : 0;
    }

    List<RuleApprover> of(int level, boolean escalation) {
        return approvers.stream()
                .filter(approver -> approver.level == level && approver.isEscalation == escalation)
                .toList();
    }
}
