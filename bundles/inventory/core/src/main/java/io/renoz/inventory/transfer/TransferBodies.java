package io.renoz.inventory.transfer;

import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What callers send of transfers, and what they see. */
public final class TransferBodies {

    private TransferBodies() {}

    /** What a caller may set. */
    public record Input(
            @NotNull UUID fromLocationId,
            @NotNull UUID toLocationId,
            @Nullable UUID jobId,
            @Nullable UUID requestedBy,
            @Nullable LocalDate neededBy,
            @Nullable @Size(max = 100) String carrier,
            @Nullable @Size(max = 100) String trackingNumber,
            @Nullable @Size(max = 2000) String notes,
            @Size(max = 500) List<@Valid @NotNull Item> items) {

        public Input {
            items = items == null ? List.of() : numbered(items);
            if (fromLocationId != null && fromLocationId.equals(toLocationId)) {
                throw Problem.invalid("toLocationId", "A transfer goes to another location.");
            }
        }

        /** Lines without a number follow those that have one. */
        private static List<Item> numbered(List<Item> items) {
            var used = new HashSet<Integer>();
            int last = 0;
            for (int i = 0; i < items.size(); i++) {
                Integer number = items.get(i) == null ? null : items.get(i).lineNumber;
                if (number != null && !used.add(number)) {
                    throw Problem.invalid("items/" + i + "/lineNumber", "Another line has this number.");
                }
                last = Math.max(last, number == null ? 0 : number);
            }
            var all = new ArrayList<Item>();
            for (Item item : items) {
                all.add(item == null || item.lineNumber != null ? item : item.numbered(++last));
            }
            return all;
        }
    }

    /**
     * A line.
     *
     * @param id of one that is there; left out for a new one
     * @param lotNumber any lot when left out
     * @param fromWarehouseLocationId any place of the location when left out
     * @param serialNumbers one a unit for serialized products
     */
    public record Item(
            @Nullable UUID id,
            @Nullable @Min(1) Integer lineNumber,
            @NotNull UUID productId,
            @Size(max = 60) String lotNumber,
            @Nullable @Example("null") UUID fromWarehouseLocationId,
            @Nullable @Example("null") UUID toWarehouseLocationId,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Example("1")
            BigDecimal quantity,

            @Nullable @Size(max = 1000) @Example("[]") List<@NotNull @Size(max = 100) String> serialNumbers,
            @Nullable @Size(max = 500) String notes) {

        public Item {
            lotNumber = lotNumber == null ? "" : lotNumber.strip();
        }

        private Item numbered(int number) {
            return new Item(
                    id,
                    number,
                    productId,
                    lotNumber,
                    fromWarehouseLocationId,
                    toWarehouseLocationId,
                    quantity,
                    serialNumbers,
                    notes);
        }
    }

    /** A line as a caller sees it. */
    public record ItemView(
            UUID id,
            Integer lineNumber,
            UUID productId,
            String lotNumber,
            @Nullable UUID fromWarehouseLocationId,
            @Nullable UUID toWarehouseLocationId,
            BigDecimal quantity,
            BigDecimal quantityShipped,
            BigDecimal quantityReceived,
            BigDecimal quantityLost,
            @Nullable List<String> serialNumbers,
            @Nullable String notes) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String transferNumber,
            UUID fromLocationId,
            UUID toLocationId,
            TransferStatus status,
            @Nullable UUID jobId,
            @Nullable UUID requestedBy,
            @Nullable LocalDate neededBy,
            @Nullable Instant shippedAt,
            @Nullable UUID shippedBy,
            @Nullable Instant receivedAt,
            @Nullable UUID receivedBy,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable String cancelReason,
            @Nullable String notes,
            List<ItemView> items)
            implements Versioned {}

    /** What arrived; everything that is under way when no lines are named. */
    public record Arrival(@Nullable @Size(max = 500) List<@Valid @NotNull ArrivalLine> lines) {}

    /**
     * What became of a line.
     *
     * @param warehouseLocationId where the goods were put, if elsewhere than the line says
     * @param serialNumbers units that arrived; needed where not all of the line arrive
     */
    public record ArrivalLine(
            @NotNull UUID itemId,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityReceived,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityLost,

            @Nullable UUID warehouseLocationId,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = 200) String> serialNumbers,
            @Nullable @Size(max = 1000) List<@NotNull @Size(max = 200) String> lostSerialNumbers) {}

    /** Why a transfer does not go on. */
    public record Reason(@Nullable @Size(max = 500) String reason) {}
}
