package io.renoz.inventory.count;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One balance on the sheet of a count. */
@Entity
@Table(schema = "inventory", name = "stock_count_items")
@Audited(type = "stock_count_item", parent = "stockCountId", parentType = "stock_count")
public class StockCountItem extends TenantRecord {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    UUID stockCountId;

    UUID inventoryId;

    UUID productId;

    UUID warehouseLocationId;

    CountItemStatus status = CountItemStatus.PENDING;

    BigDecimal expectedQuantity = Amounts.NO_GOODS;

    long expectedMovementNumber;

    @Nullable
    BigDecimal countedQuantity;

    /** As the database computes it; {@link #variance()} is what it is at this moment. */
    @Column(insertable = false, updatable = false)
    @Nullable
    BigDecimal varianceQuantity;

    @Nullable
    BigDecimal varianceValue;

    @Nullable
    AdjustmentReason varianceReason;

    String @Nullable [] countedSerialNumbers;

    int countAttempts;

    @Nullable
    UUID countedBy;

    @Nullable
    Instant countedAt;

    @Nullable
    UUID reviewedBy;

    @Nullable
    Instant reviewedAt;

    @Nullable
    String notes;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or by the method below
    protected StockCountItem() {}

    static StockCountItem of(UUID count, UUID balance, UUID product, UUID place) {
        var item = new StockCountItem();
        item.stockCountId = count;
        item.inventoryId = balance;
        item.productId = product;
        item.warehouseLocationId = place;
        return item;
    }

    void expect(BigDecimal onHand, long movement) {
        expectedQuantity = onHand;
        expectedMovementNumber = movement;
    }

    boolean counted() {
        return status == CountItemStatus.COUNTED || status == CountItemStatus.REVIEWED;
    }

    /** What was found more or less; 0 while nothing was counted. */
    BigDecimal variance() {
        return countedQuantity == null ? Amounts.NO_GOODS : countedQuantity.subtract(expectedQuantity);
    }

    /** INV-15: whether the variance is above what the count lets pass. */
    boolean needsReview(BigDecimal threshold) {
        if (expectedQuantity.signum() == 0) {
            return variance().signum() > 0;
        }
        return variance()
                        .abs()
                        .multiply(HUNDRED)
                        .divide(expectedQuantity.abs(), 6, RoundingMode.HALF_UP)
                        .compareTo(threshold)
                > 0;
    }

    /** Writes down what was counted; compared with what is there at this moment. */
    void count(@Nullable UUID by, Instant at) {
        if (status == CountItemStatus.REVIEWED) {
            throw Problem.transition("A line that is reviewed is not counted.")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(CountItemStatus.COUNTED));
        }
        status = CountItemStatus.COUNTED;
        countAttempts++;
        countedBy = by;
        countedAt = by == null ? null : at;
    }

    /** Stock moved since it was counted. */
    void recount() {
        status = CountItemStatus.RECOUNT;
    }

    void review(@Nullable UUID by, Instant at) {
        status = CountItemStatus.REVIEWED;
        reviewedBy = by;
        reviewedAt = at;
    }
}
