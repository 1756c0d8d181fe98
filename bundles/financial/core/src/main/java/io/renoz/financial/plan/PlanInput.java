package io.renoz.financial.plan;

import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.financial.api.PlanSpec;
import io.renoz.financial.api.PlanSpec.CustomInstallment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How an order is to be paid.
 *
 * @param planType two halves when left out
 * @param count instalments of a monthly plan
 * @param firstDate due date of the first; order date and terms when left out
 * @param installments those of a custom plan, all with amounts or all with percentages
 */
public record PlanInput(
        PaymentPlanType planType,
        @Nullable @Min(Cutting.FEWEST) @Max(Cutting.MOST) Integer count,
        @Nullable LocalDate firstDate,
        @Size(max = Cutting.MOST) List<@Valid @NotNull Part> installments) {

    public PlanInput {
        planType = planType == null ? PaymentPlanType.FIFTY_FIFTY : planType;
        installments = installments == null ? List.of() : new ArrayList<>(installments);
    }

    /**
     * An instalment of a custom plan.
     *
     * @param dueDate of one whose trigger is a fixed date
     * @param offsetDays days after any other trigger
     * @param amount with tax
     * @param percent of the total
     */
    public record Part(
            @Nullable @Size(max = 255) String description,
            InstallmentTrigger dueTrigger,
            @Nullable LocalDate dueDate,
            @Min(0) @Max(3650) int offsetDays,

            @Nullable @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent) {

        public Part {
            dueTrigger = dueTrigger == null ? InstallmentTrigger.FIXED_DATE : dueTrigger;
        }
    }

    PlanSpec spec() {
        return new PlanSpec(
                planType,
                planType == PaymentPlanType.MONTHLY ? count : null,
                firstDate,
                planType != PaymentPlanType.CUSTOM
                        ? List.of()
                        : installments.stream()
                                .map(part -> new CustomInstallment(
                                        part.description,
                                        part.dueTrigger,
                                        part.dueDate,
                                        part.offsetDays,
                                        part.amount,
                                        part.percent))
                                .toList());
    }
}
