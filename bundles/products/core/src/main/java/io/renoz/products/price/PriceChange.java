package io.renoz.products.price;

import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** PRD-07: a price as it was and as it became. Added to, never changed. */
@Entity
@Table(schema = "products", name = "price_history")
class PriceChange extends TenantRecord {

    UUID productId;
    PriceChangeType changeType;

    @Nullable
    BigDecimal previousPrice;

    @Nullable
    BigDecimal newPrice;

    @Nullable
    BigDecimal previousDiscountPercent;

    @Nullable
    BigDecimal newDiscountPercent;

    @Nullable
    UUID tierId;

    @Nullable
    UUID customerId;

    @Nullable
    UUID batchId;

    @Nullable
    String reason;

    @Nullable
    UUID changedBy;

    Instant changedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected PriceChange() {}

    PriceChange(
            UUID productId,
            PriceChangeType changeType,
            Amounts before,
            Amounts after,
            @Nullable UUID changedBy,
            Instant changedAt) {
        this.productId = productId;
        this.changeType = changeType;
        this.previousPrice = before.price();
        this.newPrice = after.price();
        this.previousDiscountPercent = before.discountPercent();
        this.newDiscountPercent = after.discountPercent();
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }
}
