package io.renoz.pipeline.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A possible sale as other modules see it.
 *
 * @param number human number, as {@code OPP-2026-00001}
 * @param assignedTo its owner; null while it is nobody's
 * @param probability percent
 * @param value expected net value, in the organization's currency
 * @param weightedValue value by probability
 * @param stageChangedAt since when it is in its stage
 * @param actualCloseDate when it was won or lost; null while it is open
 * @param orderId the first order made of it
 */
public record OpportunitySummary(
        UUID id,
        String number,
        String title,
        UUID customerId,
        @Nullable UUID assignedTo,
        OpportunityStage stage,
        BigDecimal probability,
        BigDecimal value,
        BigDecimal weightedValue,
        Instant createdAt,
        Instant stageChangedAt,
        @Nullable LocalDate expectedCloseDate,
        @Nullable LocalDate actualCloseDate,
        @Nullable UUID orderId) {}
