package io.renoz.orders.payment;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.orders.api.CreditSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A credit that another module set against an order; kept here so that the balance holds while that module is off. */
@Entity
@Table(schema = "orders", name = "order_credits")
@Audited(type = "order_credit", name = "sourceNumber", parent = "orderId", parentType = "order")
public class OrderCredit extends TenantRecord {

    UUID orderId;
    CreditSource source;
    UUID sourceId;

    @Nullable
    String sourceNumber;

    BigDecimal amount;
    LocalDate appliedOn;

    @Nullable
    Instant releasedAt;

    @Nullable
    UUID releasedBy;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected OrderCredit() {}

    OrderCredit(
            UUID orderId,
            CreditSource source,
            UUID sourceId,
            @Nullable String sourceNumber,
            BigDecimal amount,
            LocalDate appliedOn) {
        this.orderId = orderId;
        this.source = source;
        this.sourceId = sourceId;
        this.sourceNumber = sourceNumber;
        this.amount = amount;
        this.appliedOn = appliedOn;
    }

    boolean inForce() {
        return releasedAt == null;
    }

    void release(Instant at, @Nullable UUID by) {
        releasedAt = at;
        releasedBy = by;
    }
}
