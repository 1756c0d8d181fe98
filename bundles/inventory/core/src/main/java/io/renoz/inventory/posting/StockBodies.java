package io.renoz.inventory.posting;

import io.renoz.inventory.api.Posting;
import io.renoz.inventory.api.StockOwnership;
import io.renoz.inventory.api.StockStatus;
import io.renoz.inventory.stock.AdjustmentReason;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What callers send to the acts of {@link StockResource}, and what they answer. */
public final class StockBodies {

    private StockBodies() {}

    /**
     * Goods that come in by hand.
     *
     * @param locationId the default location when left out
     * @param occurredAt now when left out
     */
    public record Receipt(
            @Nullable UUID locationId,
            @Nullable Instant occurredAt,
            @Nullable AdjustmentReason reason,
            @Nullable @Size(max = 1000) String notes,
            @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull ReceiptLine> lines) {}

    /**
     * Goods of one product that come in.
     *
     * @param unitCost value of one unit; the last known cost when left out
     */
    public record ReceiptLine(
            @NotNull UUID productId,
            @Nullable UUID warehouseLocationId,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Example("2")
            BigDecimal quantity,

            @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 2)
            BigDecimal unitCost,

            @Nullable @Size(max = 60) String lotNumber,
            @Nullable LocalDate expiryDate,
            @Nullable @Size(max = 1000) @Example("[]") List<@NotNull @Size(max = 200) String> serialNumbers,
            @Nullable @Example("available") StockStatus status) {}

    /** Goods that go from place to place. */
    public record Moving(
            @Nullable Instant occurredAt,
            @Nullable @Size(max = 1000) String notes,
            @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull MovingLine> lines) {}

    /**
     * Goods of one product that go from place to place.
     *
     * @param lotNumber any when left out
     */
    public record MovingLine(
            @NotNull UUID productId,
            @NotNull UUID fromWarehouseLocationId,
            @NotNull UUID toWarehouseLocationId,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal quantity,

            @Nullable @Size(max = 60) String lotNumber,
            @Nullable StockStatus status,
            @Nullable @Size(max = 1000) @Example("[]") List<@NotNull @Size(max = 200) String> serialNumbers) {}

    /** Stock that goes to another condition. */
    public record StatusChange(
            @Nullable Instant occurredAt,
            @Nullable @Size(max = 1000) String notes,
            @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull StatusLine> lines) {}

    /**
     * Goods of one product that go to another condition.
     *
     * @param lotNumber any when left out
     */
    public record StatusLine(
            @NotNull UUID productId,
            @NotNull UUID warehouseLocationId,
            @NotNull StockStatus fromStatus,
            @NotNull StockStatus toStatus,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal quantity,

            @Nullable @Size(max = 60) String lotNumber,
            @Nullable @Size(max = 1000) @Example("[]") List<@NotNull @Size(max = 200) String> serialNumbers) {}

    /** A correction. */
    public record Adjustment(
            @NotNull AdjustmentReason reason,
            @Nullable Instant occurredAt,
            @Nullable @Size(max = 1000) String notes,
            @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull AdjustmentLine> lines) {}

    /**
     * A correction of one balance.
     *
     * @param quantityChange what there is more or less
     * @param unitCost of what there is more
     * @param valueChange what it is worth more or less besides
     */
    public record AdjustmentLine(
            @NotNull UUID productId,
            @NotNull UUID warehouseLocationId,
            @Nullable @Size(max = 60) String lotNumber,
            @Nullable LocalDate expiryDate,
            @Nullable StockStatus status,
            @Nullable StockOwnership ownership,

            @Nullable @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal quantityChange,

            @Nullable @PositiveOrZero @Digits(integer = 8, fraction = 2) @Example("10.00")
            BigDecimal unitCost,

            @Nullable @Digits(integer = 10, fraction = 2) @Example("0.00")
            BigDecimal valueChange,

            @Nullable @Size(max = 1000) @Example("[]") List<@NotNull @Size(max = 200) String> serialNumbers) {}

    /** Stock that is written off. */
    public record Scrapping(
            @NotNull AdjustmentReason reason,
            @Nullable Instant occurredAt,
            @Nullable @Size(max = 1000) String notes,
            @NotNull @Size(min = 1, max = 1000) List<@Valid @NotNull ScrapLine> lines) {}

    /**
     * Goods of one product that are written off.
     *
     * @param lotNumber any when left out
     */
    public record ScrapLine(
            @NotNull UUID productId,
            @NotNull UUID warehouseLocationId,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal quantity,

            @Nullable @Size(max = 60) String lotNumber,
            @Nullable StockStatus status,
            @Nullable @Size(max = 1000) @Example("[]") List<@NotNull @Size(max = 200) String> serialNumbers) {}

    /** Why something is undone. */
    public record Reason(@NotNull @Size(min = 1, max = 1000) String reason) {}

    /**
     * What was posted.
     *
     * @param postingId under which its movements are found
     * @param cost value that was moved
     */
    public record Posted(UUID postingId, BigDecimal cost, List<PostedPart> lines) {

        static Posted of(Posting posting) {
            return new Posted(
                    posting.id(),
                    posting.cost(),
                    posting.lines().stream()
                            .map(line -> new PostedPart(line.productId(), line.quantity(), line.cost()))
                            .toList());
        }
    }

    /** What was posted of a product. */
    public record PostedPart(UUID productId, BigDecimal quantity, BigDecimal cost) {}
}
