package io.renoz.inventory.stock;

import io.renoz.inventory.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some goods of one layer, with their value.
 *
 * @param layer null for goods that have none yet
 * @param receivedAt when they came into the organization
 */
public record Slice(
        @Nullable UUID layer,
        Instant receivedAt,
        BigDecimal quantity,
        BigDecimal cost,
        @Nullable LocalDate expiryDate) {

    /**
     * INV-07: what some of it costs: all of the cost for all of the goods, else the share rounded half up.
     *
     * @param part above 0, no more than there is
     */
    Slice part(BigDecimal part) {
        if (part.signum() <= 0 || part.compareTo(quantity) > 0) {
            throw new IllegalArgumentException(part + " of " + quantity);
        }
        BigDecimal share =
                part.compareTo(quantity) == 0 ? cost : cost.multiply(part).divide(quantity, 2, RoundingMode.HALF_UP);
        return new Slice(layer, receivedAt, part, share, expiryDate);
    }

    /** What is left when a part of it is gone. */
    Slice without(Slice part) {
        return new Slice(layer, receivedAt, quantity.subtract(part.quantity), cost.subtract(part.cost), expiryDate);
    }

    boolean empty() {
        return quantity.signum() == 0;
    }

    /** Goods that have no layer yet. */
    public static Slice fresh(
            Instant receivedAt, BigDecimal quantity, BigDecimal cost, @Nullable LocalDate expiryDate) {
        return new Slice(null, receivedAt, quantity, Amounts.money(cost), expiryDate);
    }
}
