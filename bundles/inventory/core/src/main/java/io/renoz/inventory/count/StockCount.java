package io.renoz.inventory.count;

import io.renoz.data.Audited;
import io.renoz.data.Coded;
import io.renoz.data.Json;
import io.renoz.data.Searchable;
import io.renoz.data.entity.TenantRecord;
import io.renoz.inventory.Amounts;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A stocktake of a location, a zone, a product set or everything. */
@Entity
@Table(schema = "inventory", name = "stock_counts")
@Audited(type = "stock_count", name = "countCode")
public class StockCount extends TenantRecord {

    private static final Map<StockCountStatus, Set<StockCountStatus>> NEXT = Map.of(
            StockCountStatus.DRAFT, Set.of(StockCountStatus.IN_PROGRESS, StockCountStatus.CANCELLED),
            StockCountStatus.IN_PROGRESS,
                    Set.of(StockCountStatus.IN_REVIEW, StockCountStatus.COMPLETED, StockCountStatus.CANCELLED),
            StockCountStatus.IN_REVIEW,
                    Set.of(StockCountStatus.IN_PROGRESS, StockCountStatus.COMPLETED, StockCountStatus.CANCELLED));

    @Searchable
    String countCode;

    StockCountStatus status = StockCountStatus.DRAFT;

    StockCountType countType = StockCountType.CYCLE;

    @Nullable
    UUID locationId;

    @Nullable
    UUID warehouseLocationId;

    @Nullable
    UUID categoryId;

    Boolean isBlind = true;

    @Nullable
    UUID assignedTo;

    @Nullable
    LocalDate scheduledFor;

    @Nullable
    Instant startedAt;

    @Nullable
    Instant completedAt;

    @Nullable
    UUID approvedBy;

    @Nullable
    Instant approvedAt;

    BigDecimal varianceThreshold = new BigDecimal("5.00");

    int itemsTotal;

    int itemsCounted;

    int itemsWithVariance;

    BigDecimal varianceValue = Amounts.NO_MONEY;

    @Nullable
    String instructions;

    @Nullable
    String notes;

    @Nullable
    Json metadata;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected StockCount() {}

    /**
     * Refuses a move that is not to be.
     *
     * @throws Problem {@code invalid-transition}
     */
    void require(StockCountStatus next) {
        if (!NEXT.getOrDefault(status, Set.of()).contains(next)) {
            throw Problem.transition("A count that is " + Coded.of(status) + " cannot become " + Coded.of(next) + ".")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
    }

    /** Refuses unless the count is at a point. */
    void requireStatus(StockCountStatus wanted, StockCountStatus next) {
        if (status != wanted) {
            throw Problem.transition("A count that is " + Coded.of(status) + " does not take this.")
                    .with("from", Coded.of(status))
                    .with("to", Coded.of(next));
        }
    }

    void start(int lines, Instant at) {
        status = StockCountStatus.IN_PROGRESS;
        startedAt = at;
        itemsTotal = lines;
    }

    /** What the sheet says at this moment. */
    void sum(List<StockCountItem> items) {
        itemsTotal = items.size();
        itemsCounted = (int) items.stream().filter(StockCountItem::counted).count();
        itemsWithVariance = (int)
                items.stream().filter(item -> item.variance().signum() != 0).count();
        varianceValue = items.stream()
                .map(item -> item.varianceValue == null ? Amounts.NO_MONEY : item.varianceValue)
                .reduce(Amounts.NO_MONEY, BigDecimal::add);
    }

    void complete(Instant at) {
        status = StockCountStatus.COMPLETED;
        completedAt = at;
    }

    void approve(@Nullable UUID by, Instant at) {
        if (by != null) {
            approvedBy = by;
            approvedAt = at;
        }
    }
}
