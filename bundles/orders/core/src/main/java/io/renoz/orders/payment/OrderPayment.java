package io.renoz.orders.payment;

import io.renoz.data.Audited;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.PaymentMethod;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Money received for, or given back on, an order. Never edited: a wrong one is voided and recorded anew. */
@Entity
@Table(schema = "orders", name = "order_payments")
@Audited(type = "order_payment", name = "paymentNumber", parent = "orderId", parentType = "order")
public class OrderPayment extends TenantRecord {

    UUID orderId;
    String paymentNumber;
    BigDecimal amount;
    PaymentMethod paymentMethod;
    LocalDate paymentDate;

    @Searchable
    @Nullable
    String reference;

    @Nullable
    String notes;

    boolean isRefund;

    @Nullable
    UUID relatedPaymentId;

    @Nullable
    UUID recordedBy;

    @Nullable
    String provider;

    @Nullable
    String providerPaymentId;

    BigDecimal surchargeAmount = BigDecimal.ZERO;

    @Nullable
    Instant voidedAt;

    @Nullable
    UUID voidedBy;

    @Nullable
    String voidReason;

    /** The key of the module that recorded it, against recording it twice. */
    @Nullable
    String clientKey;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected OrderPayment() {}

    /** Money that goes back the way it came. */
    OrderPayment refund(BigDecimal back, String number, LocalDate day, @Nullable String why, @Nullable UUID by) {
        var refund = new OrderPayment();
        refund.orderId = orderId;
        refund.paymentNumber = number;
        refund.amount = back;
        refund.paymentMethod = paymentMethod;
        refund.paymentDate = day;
        refund.notes = why;
        refund.isRefund = true;
        refund.relatedPaymentId = id();
        refund.recordedBy = by;
        return refund;
    }

    boolean live() {
        return voidedAt == null;
    }

    /** What it adds to what was paid. */
    BigDecimal effect() {
        return isRefund ? amount.negate() : amount;
    }

    /** ORD-21: recorded in error. */
    void cancel(String reason, Instant at, @Nullable UUID by) {
        if (!live()) {
            throw Problem.of("already-voided", "Payment " + paymentNumber + " was voided before.");
        }
        voidedAt = at;
        voidedBy = by;
        voidReason = reason;
    }
}
