package io.renoz.suppliers.price;

import io.renoz.data.entity.TenantRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A price that changed; written once and for good. */
@Entity
@Table(schema = "suppliers", name = "supplier_price_history")
class PriceHistory extends TenantRecord {

    UUID supplierId;
    UUID productId;

    @Nullable
    UUID priceListId;

    @Nullable
    UUID priceChangeId;

    String currency;

    @Nullable
    BigDecimal previousPrice;

    BigDecimal newPrice;
    BigDecimal priceChange = BigDecimal.ZERO.setScale(2);

    @Nullable
    BigDecimal changePercent;

    @Nullable
    String changeReason;

    LocalDate effectiveDate;

    @Nullable
    UUID changedBy;

    Instant changedAt;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected PriceHistory() {}

    PriceHistory(Moved moved, LocalDate effectiveDate, @Nullable UUID changedBy, Instant changedAt) {
        supplierId = moved.supplierId();
        productId = moved.productId();
        priceListId = moved.priceListId();
        priceChangeId = moved.priceChangeId();
        currency = moved.currency();
        previousPrice = moved.before();
        newPrice = moved.after();
        priceChange = moved.after().subtract(moved.before());
        changePercent = Prices.changePercent(moved.before(), moved.after()).orElse(null);
        changeReason = moved.reason();
        this.effectiveDate = effectiveDate;
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }
}
