package io.renoz.inventory.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a balance moves.
 *
 * @param lineId line of the document
 * @param reservationId the claim it serves
 * @param reversalOf the movement that it undoes
 */
public record Cause(
        MovementType type,
        @Nullable UUID lineId,
        @Nullable UUID reservationId,
        @Nullable AdjustmentReason reason,
        @Nullable UUID reversalOf,
        @Nullable String notes) {

    public static Cause of(MovementType type, @Nullable UUID lineId) {
        return new Cause(type, lineId, null, null, null, null);
    }

    public Cause serving(@Nullable UUID reservation) {
        return new Cause(type, lineId, reservation, reason, reversalOf, notes);
    }

    public Cause because(@Nullable AdjustmentReason why, @Nullable String note) {
        return new Cause(type, lineId, reservationId, why, reversalOf, note);
    }
}
