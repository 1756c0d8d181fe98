package io.renoz.suppliers.purchase.receipt;

import io.renoz.suppliers.Texts;
import io.renoz.suppliers.purchase.order.PurchaseOrderItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Goods that arrived.
 *
 * @param locationId one of inventory's; where the order is to be delivered when left out
 * @param receivedAt now when left out
 * @param lines everything that is pending when left out
 */
public record Delivery(
        @Nullable UUID locationId,
        @Nullable Instant receivedAt,
        @Nullable @Size(max = 100) String carrier,
        @Nullable @Size(max = 100) String trackingNumber,
        @Nullable @Size(max = 100) String deliveryReference,
        @Nullable @PositiveOrZero Integer packageCount,
        @Nullable @Size(max = 2000) String qualityNotes,
        @Nullable @Size(max = 2000) String notes,
        @Size(max = 500) List<@Valid @NotNull Line> lines) {

    public Delivery {
        carrier = Texts.plain(carrier);
        trackingNumber = Texts.plain(trackingNumber);
        deliveryReference = Texts.plain(deliveryReference);
        lines = lines == null ? List.of() : new ArrayList<>(lines);
    }

    /** All that is pending. */
    static Delivery everything() {
        return new Delivery(null, null, null, null, null, null, null, null, List.of());
    }

    /**
     * What arrived for one line of the order.
     *
     * @param quantityReceived everything that is pending when left out
     * @param quantityAccepted all that is not rejected when left out
     * @param quantityRejected not to be given where the goods wait for inspection
     * @param rejectionReason needed for what is rejected
     * @param warehouseLocationId the place within the location
     */
    public record Line(
            @NotNull UUID purchaseOrderItemId,

            @Nullable @Positive @Digits(integer = 9, fraction = 3)
            BigDecimal quantityReceived,

            @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityAccepted,

            @PositiveOrZero @Digits(integer = 9, fraction = 3)
            BigDecimal quantityRejected,

            @Nullable RejectionReason rejectionReason,
            ItemCondition condition,
            @Nullable @Size(max = 1000) String qualityNotes,
            @Nullable UUID warehouseLocationId,
            @Nullable @Size(max = 60) String lotNumber,
            @Nullable LocalDate expiryDate,
            @Size(max = 1000) List<@NotNull @Size(max = 100) String> serialNumbers) {

        public Line {
            quantityRejected = quantityRejected == null ? BigDecimal.ZERO : quantityRejected;
            condition = condition == null ? ItemCondition.NEW : condition;
            lotNumber = Texts.plain(lotNumber);
            serialNumbers = serialNumbers == null ? List.of() : new ArrayList<>(serialNumbers);
        }

        /** All that is pending of a line. */
        static Line of(PurchaseOrderItem item) {
            return new Line(
                    item.id(),
                    item.quantityPending(),
                    null,
                    BigDecimal.ZERO,
                    null,
                    ItemCondition.NEW,
                    null,
                    null,
                    null,
                    null,
                    List.of());
        }

        BigDecimal received(PurchaseOrderItem item) {
            return Objects.requireNonNullElseGet(quantityReceived, item::quantityPending);
        }
    }
}
