package io.renoz.financial.plan;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.financial.Money;
import io.renoz.financial.api.Installment;
import io.renoz.financial.api.InstallmentStatus;
import io.renoz.financial.api.InstallmentTrigger;
import io.renoz.financial.api.PaymentPlanType;
import io.renoz.settings.api.EntityLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One instalment of an order's payment plan. */
@Entity
@Table(schema = "financial", name = "payment_schedules")
@Audited(type = "payment_schedule", name = "description", parent = "orderId", parentType = "order")
public class Instalment extends TenantRecord {

    UUID orderId;
    PaymentPlanType planType = PaymentPlanType.FIFTY_FIFTY;
    int installmentNo;

    @Nullable
    String description;

    InstallmentTrigger dueTrigger = InstallmentTrigger.FIXED_DATE;
    int offsetDays;

    @Nullable
    LocalDate dueDate;

    BigDecimal amount = Money.ZERO;
    BigDecimal taxAmount = Money.ZERO;
    BigDecimal paidAmount = Money.ZERO;
    InstallmentStatus status = InstallmentStatus.PENDING;

    @Nullable
    Instant paidAt;

    @Nullable
    String paymentReference;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Instalment() {}

    Instalment(UUID order, PaymentPlanType type, int number, BigDecimal amount) {
        this.orderId = order;
        this.planType = type;
        this.installmentNo = number;
        this.amount = amount;
    }

    public EntityLabel label() {
        return EntityLabel.numbered(
                description == null ? "Instalment " + installmentNo : description, Integer.toString(installmentNo));
    }

    Installment summary() {
        return new Installment(
                id(), orderId, installmentNo, description, dueTrigger, dueDate, amount, taxAmount, paidAmount, status);
    }

    BigDecimal open() {
        return amount.subtract(paidAmount);
    }

    boolean isPaid() {
        return open().signum() == 0;
    }

    /** What was paid of it, by now; says whether that was the last of it. */
    boolean paid(BigDecimal soFar, Instant at) {
        boolean before = paidAt != null;
        if (paidAmount.compareTo(soFar) != 0) {
            paidAmount = soFar;
        }
        if (!isPaid()) {
            paidAt = null;
        } else if (!before) {
            paidAt = at;
        }
        return isPaid() && !before;
    }

    /** FIN-12: follows from its date and what was paid; says whether it moved. */
    boolean follow(LocalDate today, int windowDays) {
        InstallmentStatus now = status(today, windowDays);
        boolean moved = now != status;
        status = now;
        return moved;
    }

    private InstallmentStatus status(LocalDate today, int windowDays) {
        if (isPaid()) {
            return InstallmentStatus.PAID;
        }
        if (dueDate == null || dueDate.isAfter(today.plusDays(windowDays))) {
            return InstallmentStatus.PENDING;
        }
        return dueDate.isBefore(today) ? InstallmentStatus.OVERDUE : InstallmentStatus.DUE;
    }
}
