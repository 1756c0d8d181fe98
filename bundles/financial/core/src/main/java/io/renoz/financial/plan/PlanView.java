package io.renoz.financial.plan;

import io.renoz.financial.Money;
import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment plan of an order.
 *
 * @param nextDueDate of the instalment that is to be paid next
 * @param nextAmount what is open of it
 */
public record PlanView(
        UUID orderId,
        PaymentPlanType planType,
        BigDecimal total,
        BigDecimal taxAmount,
        BigDecimal paidAmount,
        BigDecimal openAmount,
        @Nullable LocalDate nextDueDate,
        @Nullable BigDecimal nextAmount,
        List<Part> installments) {

    /** An instalment of it. */
    public record Part(
            UUID id,
            int version,
            int installmentNo,
            @Nullable String description,
            InstallmentTrigger dueTrigger,
            int offsetDays,
            @Nullable LocalDate dueDate,
            BigDecimal amount,
            BigDecimal taxAmount,
            BigDecimal paidAmount,
            InstallmentStatus status,
            @Nullable Instant paidAt) {

        static Part of(Instalment row) {
            return new Part(
                    row.id(),
                    row.version(),
                    row.installmentNo,
                    row.description,
                    row.dueTrigger,
                    row.offsetDays,
                    row.dueDate,
                    row.amount,
                    row.taxAmount,
                    row.paidAmount,
                    row.status,
                    row.paidAt);
        }
    }

    static PlanView of(List<Instalment> rows) {
        Instalment last = rows.get(rows.size() - 1);
        BigDecimal total = Money.sum(rows.stream().map(row -> row.amount).toList());
        BigDecimal paid = Money.sum(rows.stream().map(row -> row.paidAmount).toList());
        var next = rows.stream().filter(row -> !row.isPaid()).min(Allocating.byDay());
        return new PlanView(
                last.orderId,
                last.planType,
                total,
                Money.sum(rows.stream().map(row -> row.taxAmount).toList()),
                paid,
                total.subtract(paid),
                next.map(row -> row.dueDate).orElse(null),
                next.map(Instalment::open).orElse(null),
                rows.stream().map(Part::of).toList());
    }
}
