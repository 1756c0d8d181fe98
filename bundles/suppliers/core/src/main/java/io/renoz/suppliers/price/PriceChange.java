package io.renoz.suppliers.price;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A price that somebody wants to be another one, and what became of it. */
@Entity
@Table(schema = "suppliers", name = "price_change_history")
@Audited(type = "supplier_price_change", parent = "supplierId", parentType = "supplier")
class PriceChange extends TenantRecord {

    UUID supplierId;

    @Nullable
    UUID priceListId;

    @Nullable
    UUID agreementId;

    PriceChangeStatus status = PriceChangeStatus.PENDING;

    @Nullable
    BigDecimal previousPrice;

    BigDecimal newPrice;

    @Nullable
    BigDecimal priceChange;

    @Nullable
    BigDecimal changePercent;

    @Nullable
    String changeReason;

    /** The day on which it is applied by itself once approved; null for by hand. */
    @Nullable
    LocalDate effectiveDate;

    UUID requestedBy;
    Instant requestedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    @Nullable
    String rejectionReason;

    @Nullable
    UUID appliedBy;

    @Nullable
    Instant appliedAt;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected PriceChange() {}

    void ask(UUID supplier, BigDecimal before, UUID user, Instant at) {
        supplierId = supplier;
        previousPrice = before;
        priceChange = newPrice.subtract(before);
        changePercent = Prices.changePercent(before, newPrice).orElse(null);
        requestedBy = user;
        requestedAt = at;
    }

    void approve(@Nullable UUID by, Instant at) {
        move(PriceChangeStatus.APPROVED, PriceChangeStatus.PENDING);
        decidedBy = by;
        decidedAt = by == null ? null : at;
    }

    void reject(String reason, @Nullable UUID by, Instant at) {
        move(PriceChangeStatus.REJECTED, PriceChangeStatus.PENDING);
        rejectionReason = reason;
        decidedBy = by;
        decidedAt = by == null ? null : at;
    }

    void applied(@Nullable UUID by, Instant at) {
        move(PriceChangeStatus.APPLIED, PriceChangeStatus.APPROVED);
        appliedBy = by;
        appliedAt = by == null ? null : at;
    }

    void withdraw() {
        move(PriceChangeStatus.CANCELLED, PriceChangeStatus.PENDING, PriceChangeStatus.APPROVED);
    }

    void require(PriceChangeStatus next, PriceChangeStatus... from) {
        if (!Set.of(from).contains(status)) {
            throw Problem.transition(
                            "A price change that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
    }

    private void move(PriceChangeStatus next, PriceChangeStatus... from) {
        require(next, from);
        status = next;
    }
}
