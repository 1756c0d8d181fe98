package io.renoz.inventory.count;

import io.renoz.data.Json;
import io.renoz.data.Versioned;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What callers send of counts, and what they see. */
public final class CountBodies {

    private CountBodies() {}

    /**
     * What a caller may set.
     *
     * @param countCode left out to take the next number
     * @param locationId every location when left out
     * @param warehouseLocationId narrows to a place and all below it
     * @param categoryId narrows to a category and those below it
     * @param isBlind counters do not see what is expected
     * @param varianceThreshold percent above which a line needs review
     */
    public record Input(
            @Nullable @Size(max = 20) String countCode,
            StockCountType countType,
            @Nullable UUID locationId,
            @Nullable @Example("null") UUID warehouseLocationId,
            @Nullable @Example("null") UUID categoryId,
            Boolean isBlind,
            @Nullable UUID assignedTo,
            @Nullable LocalDate scheduledFor,

            @PositiveOrZero @DecimalMax("999.99") @Digits(integer = 3, fraction = 2)
            BigDecimal varianceThreshold,

            @Nullable @Size(max = 2000) String instructions,
            @Nullable @Size(max = 2000) String notes,
            @Nullable Json metadata) {

        private static final BigDecimal USUAL = new BigDecimal("5.00");

        public Input {
            countCode = countCode == null || countCode.isBlank() ? null : countCode.strip();
            countType = countType == null ? StockCountType.CYCLE : countType;
            isBlind = isBlind == null || isBlind;
            varianceThreshold = varianceThreshold == null ? USUAL : varianceThreshold;
        }
    }

    /** What a caller sees of a count. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String countCode,
            StockCountStatus status,
            StockCountType countType,
            @Nullable UUID locationId,
            @Nullable UUID warehouseLocationId,
            @Nullable UUID categoryId,
            Boolean isBlind,
            @Nullable UUID assignedTo,
            @Nullable LocalDate scheduledFor,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable UUID approvedBy,
            @Nullable Instant approvedAt,
            BigDecimal varianceThreshold,
            int itemsTotal,
            int itemsCounted,
            int itemsWithVariance,
            BigDecimal varianceValue,
            @Nullable String instructions,
            @Nullable String notes,
            @Nullable Json metadata)
            implements Versioned {}

    /**
     * What was counted.
     *
     * @param countedQuantity left out where only a note is made
     * @param countedSerialNumbers one a unit for serialized products
     */
    public record ItemInput(
            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal countedQuantity,

            @Nullable @Size(max = 10_000) @Example("null") List<@NotNull @Size(max = 100) String> countedSerialNumbers,
            @Nullable AdjustmentReason varianceReason,
            @Nullable @Size(max = 500) String notes) {}

    /** A line as a caller sees it; what is expected stays hidden from those who count blind. */
    public record ItemView(
            UUID id,
            int version,
            Instant createdAt,
            UUID stockCountId,
            UUID inventoryId,
            UUID productId,
            UUID warehouseLocationId,
            CountItemStatus status,
            @Nullable BigDecimal expectedQuantity,
            @Nullable BigDecimal countedQuantity,
            @Nullable BigDecimal varianceQuantity,
            @Nullable BigDecimal varianceValue,
            @Nullable AdjustmentReason varianceReason,
            @Nullable List<String> countedSerialNumbers,
            int countAttempts,
            @Nullable UUID countedBy,
            @Nullable Instant countedAt,
            @Nullable UUID reviewedBy,
            @Nullable Instant reviewedAt,
            @Nullable String notes)
            implements Versioned {

        ItemView blind() {
            return new ItemView(
                    id,
                    version,
                    createdAt,
                    stockCountId,
                    inventoryId,
                    productId,
                    warehouseLocationId,
                    status,
                    null,
                    countedQuantity,
                    null,
                    null,
                    varianceReason,
                    countedSerialNumbers,
                    countAttempts,
                    countedBy,
                    countedAt,
                    reviewedBy,
                    reviewedAt,
                    notes);
        }
    }

    /** A product that was found where no line expects it. */
    public record Scan(
            @NotNull UUID productId,
            @NotNull UUID warehouseLocationId,
            @Nullable @Size(max = 60) String lotNumber) {}
}
