package io.renoz.financial.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order's total is to be paid.
 *
 * @param count instalments of a monthly plan, 2 to 60; null for other types
 * @param firstDate due date of the first; null: order date and terms
 * @param custom the instalments of a custom plan, all with amounts or all with percentages; empty for other types
 */
public record PlanSpec(
        PaymentPlanType type,
        @Nullable Integer count,
        @Nullable LocalDate firstDate,
        List<CustomInstallment> custom) {

    public PlanSpec {
        custom = List.copyOf(custom);
    }

    /** A plan of a type that needs nothing more. */
    public static PlanSpec of(PaymentPlanType type) {
        return new PlanSpec(type, null, null, List.of());
    }

    /** Monthly instalments. */
    public static PlanSpec monthly(int count) {
        return new PlanSpec(PaymentPlanType.MONTHLY, count, null, List.of());
    }

    /**
     * One instalment of a custom plan.
     *
     * @param amount with tax; null when a percentage is given
     * @param percent of the total; null when an amount is given
     * @param dueDate needed for {@link InstallmentTrigger#FIXED_DATE}, else left out
     * @param offsetDays days after the trigger
     */
    public record CustomInstallment(
            @Nullable String description,
            InstallmentTrigger dueTrigger,
            @Nullable LocalDate dueDate,
            int offsetDays,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal percent) {}
}
