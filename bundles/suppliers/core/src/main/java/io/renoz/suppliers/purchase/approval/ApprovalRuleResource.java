package io.renoz.suppliers.purchase.approval;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.rest.Allow;
import io.renoz.rest.Crud;
import io.renoz.rest.Example;
import io.renoz.suppliers.Permissions;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.users.api.UserDirectory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/suppliers/approval-rules}. Approvers are written and versioned with their rule. */
@Component
@Path("approval-rules")
public final class ApprovalRuleResource implements Crud<ApprovalRuleResource.Input, ApprovalRuleResource.View> {

    /**
     * What a caller may set.
     *
     * @param minAmount inclusive, in the organization's currency
     * @param maxAmount inclusive; without a top when left out
     * @param autoApproveUnder orders below are approved at once
     * @param levels 1 when left out
     * @param priority the lowest number wins
     * @param escalationHours after so many hours it goes to the escalation approvers; 24 when left out
     */
    public record Input(
            @NotBlank @Size(max = 120) String name,
            @Nullable @Size(max = 500) String description,

            @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal minAmount,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal maxAmount,

            @Nullable UUID supplierId,
            Boolean requiresApproval,

            @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
            BigDecimal autoApproveUnder,

            @Min(1) @Max(5) Integer levels,
            @Min(0) int priority,
            @Min(1) @Max(8760) Integer escalationHours,
            Boolean isActive,

            @Example("[{\"level\": 1, \"role\": \"admin\"}]") @Size(max = 100)
            List<@Valid @NotNull Approver> approvers) {

        public Input {
            minAmount = minAmount == null ? BigDecimal.ZERO : minAmount;
            requiresApproval = requiresApproval == null || requiresApproval;
            levels = levels == null ? Integer.valueOf(1) : levels;
            escalationHours = escalationHours == null ? Integer.valueOf(24) : escalationHours;
            isActive = isActive == null || isActive;
            approvers = approvers == null ? List.of() : new ArrayList<>(approvers);
            if (maxAmount != null && maxAmount.compareTo(minAmount) < 0) {
                throw Problem.invalid("maxAmount", "A range ends where it begins, or above.");
            }
            check(approvers, levels);
        }

        private static void check(List<Approver> approvers, int levels) {
            var errors = new ArrayList<FieldError>();
            for (int i = 0; i < approvers.size(); i++) {
                Approver approver = approvers.get(i);
                if (approver == null) {
                    continue;
                }
                if ((approver.role == null) == (approver.userId == null)) {
                    errors.add(new FieldError("/approvers/" + i + "/role", "Give either a role or a user."));
                }
                if (approver.level > levels) {
                    errors.add(new FieldError("/approvers/" + i + "/level", "The rule has no such level."));
                }
            }
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
        }
    }

    /**
     * An approver.
     *
     * @param id of one that is there; left out for a new one
     * @param role key of a role, all of whose active users may approve
     * @param isEscalation whom it goes to when nobody decides in time
     */
    public record Approver(
            @Nullable UUID id,
            @Min(1) @Max(5) Integer level,
            @Nullable @Size(max = 40) String role,
            @Nullable UUID userId,
            boolean isEscalation) {

        public Approver {
            level = level == null ? Integer.valueOf(1) : level;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            @Nullable String description,
            BigDecimal minAmount,
            @Nullable BigDecimal maxAmount,
            @Nullable UUID supplierId,
            Boolean requiresApproval,
            @Nullable BigDecimal autoApproveUnder,
            Integer levels,
            int priority,
            Integer escalationHours,
            Boolean isActive,
            List<Approver> approvers)
            implements Versioned {}

    private final Rows<ApprovalRule, Input, View> rules;
    private final SupplierDirectory suppliers;
    private final UserDirectory users;

    @Activate
    public ApprovalRuleResource(
            @Reference(target = "(domain=suppliers)") Tables tables,
            @Reference SupplierDirectory suppliers,
            @Reference UserDirectory users) {
        this.rules = tables.of(ApprovalRule.class)
                .filter("isActive", "supplierId")
                .sort("priority", "minAmount")
                .byName(Input.class, View.class);
        this.suppliers = suppliers;
        this.users = users;
    }

    @Override
    public Rows<ApprovalRule, Input, View> records() {
        return rules;
    }

    @Override
    @Allow(Permissions.CONFIGURE)
    public List<View> add(List<Input> inputs) {
        return rules.createAll(inputs, (rule, input) -> check(rule));
    }

    @Override
    @Allow(Permissions.CONFIGURE)
    public View update(UUID id, Patch<Input> patch) {
        return rules.update(id, patch, (rule, input) -> check(rule));
    }

    private void check(ApprovalRule rule) {
        if (rule.supplierId != null && suppliers.find(rule.supplierId).isEmpty()) {
            throw Problem.invalid("supplierId", "There is no such supplier.");
        }
        List<UUID> named = rule.approvers.stream()
                .map(approver -> approver.userId)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> known = named.isEmpty() ? Set.of() : users.findAll(named).keySet();
        for (int i = 0; i < rule.approvers.size(); i++) {
            UUID user = rule.approvers.get(i).userId;
            if (user != null && !known.contains(user)) {
                throw Problem.invalid("approvers/" + i + "/userId", "There is no such user.");
            }
        }
    }
}
