package io.renoz.financial.plan;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;

/** So much of a payment for an instalment. */
@Entity
@Table(schema = "financial", name = "payment_schedule_payments")
@Audited(type = "payment_schedule_payment", parent = "paymentScheduleId", parentType = "payment_schedule")
public class InstalmentPayment extends TenantRecord {

    UUID paymentScheduleId;
    UUID orderId;
    UUID orderPaymentId;
    BigDecimal amount;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected InstalmentPayment() {}

    InstalmentPayment(UUID order, UUID instalment, UUID payment, BigDecimal amount) {
        this.orderId = order;
        this.paymentScheduleId = instalment;
        this.orderPaymentId = payment;
        this.amount = amount;
    }
}
