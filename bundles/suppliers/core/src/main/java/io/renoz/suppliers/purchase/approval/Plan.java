package io.renoz.suppliers.purchase.approval;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who has to approve an amount.
 *
 * @param rule null where no rule covers it, so that an admin decides
 * @param levels how many one after the other; 0 for nobody
 */
public record Plan(@Nullable ApprovalRule rule, int levels) {

    private static final int HOURS = 24;

    /** SUP-05: no rule means that an admin has to approve. */
    static Plan of(@Nullable ApprovalRule rule, BigDecimal amount) {
        return new Plan(rule, rule == null ? 1 : rule.levelsFor(amount));
    }

    /** Whether nobody has to. */
    public boolean atOnce() {
        return levels == 0;
    }

    /** SUP-15: whether it asks for more than another one: more levels, or the rule for greater amounts. */
    public boolean stricterThan(Plan other) {
        if (levels != other.levels) {
            return levels > other.levels;
        }
        return !Objects.equals(rule, other.rule) && begin().compareTo(other.begin()) > 0;
    }

    private BigDecimal begin() {
        return rule == null ? BigDecimal.ZERO : rule.minAmount;
    }

    int escalationHours() {
        return rule == null ? HOURS : rule.escalationHours;
    }
}
