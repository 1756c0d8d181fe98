package io.renoz.financial.revenue;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.financial.Money;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Money taken before the service is rendered: original = recognized + remaining at all times. */
@Entity
@Table(schema = "financial", name = "deferred_revenue")
@Audited(type = "deferred_revenue", name = "reason", parent = "orderId", parentType = "order")
public class Deferral extends TenantRecord {

    UUID orderId;

    @Nullable
    UUID orderPaymentId;

    BigDecimal originalAmount;
    BigDecimal recognizedAmount = Money.ZERO;
    BigDecimal remainingAmount = Money.ZERO;
    LocalDate deferralDate;

    @Nullable
    LocalDate expectedRecognitionDate;

    DeferredRevenueStatus status = DeferredRevenueStatus.DEFERRED;

    @Nullable
    String reason;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Deferral() {}

    static Deferral ofPayment(UUID order, UUID payment, BigDecimal amount, LocalDate on) {
        var made = new Deferral();
        made.orderId = order;
        made.orderPaymentId = payment;
        made.originalAmount = amount;
        made.remainingAmount = amount;
        made.deferralDate = on;
        made.reason = "Paid before delivery";
        return made;
    }

    /**
     * FIN-20: a part becomes revenue; with a negative one that is taken back.
     *
     * @throws Problem {@code exceeds-remaining}
     */
    void release(BigDecimal part) {
        if (part.compareTo(remainingAmount) > 0) {
            throw Problem.of("exceeds-remaining", "Only " + remainingAmount + " are still deferred.")
                    .with("remaining", remainingAmount);
        }
        recognizedAmount = recognizedAmount.add(part);
        remainingAmount = originalAmount.subtract(recognizedAmount);
        if (recognizedAmount.signum() == 0) {
            status = DeferredRevenueStatus.DEFERRED;
        } else {
            status = remainingAmount.signum() == 0
                    ? DeferredRevenueStatus.FULLY_RECOGNIZED
                    : DeferredRevenueStatus.PARTIALLY_RECOGNIZED;
        }
    }
}
