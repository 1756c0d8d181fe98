package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line's claim holds. All quantities are absolute.
 *
 * @param quantity what the line wants in all
 * @param allocated what is set aside for it now and has not left yet
 * @param fulfilled what has left
 * @param released what was given back
 * @param shortage what it still waits for: 0 unless partial reservation was allowed
 */
public record Reservation(
        UUID id,
        String demandType,
        UUID demandId,
        UUID demandLineId,
        @Nullable String demandNumber,
        UUID productId,
        ReservationStatus status,
        BigDecimal quantity,
        BigDecimal allocated,
        BigDecimal fulfilled,
        BigDecimal released,
        BigDecimal shortage) {}
