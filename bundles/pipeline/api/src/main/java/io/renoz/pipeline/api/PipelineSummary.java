package io.renoz.pipeline.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How selling goes. Amounts are in the organization's currency.
 *
 * @param open opportunities that are neither won nor lost now, whatever the period
 * @param openValue what they are worth
 * @param weightedValue the same by their probability
 * @param won those won in the period, by the day they were closed
 * @param lost those lost in the period, likewise
 * @param winRate won of won and lost, percent to 2 places; null when there are none
 */
public record PipelineSummary(
        int open,
        BigDecimal openValue,
        BigDecimal weightedValue,
        int won,
        BigDecimal wonValue,
        int lost,
        BigDecimal lostValue,
        @Nullable BigDecimal winRate) {}
