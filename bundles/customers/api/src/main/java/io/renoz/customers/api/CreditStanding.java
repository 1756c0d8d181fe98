package io.renoz.customers.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may owe.
 *
 * @param limit null when not limited
 * @param holdReason why new business is held; null unless {@code hold}
 * @param termsDays days from invoice to due date
 * @param parentId account above it in its group
 */
public record CreditStanding(
        UUID customerId,
        @Nullable BigDecimal limit,
        boolean hold,
        @Nullable String holdReason,
        int termsDays,
        @Nullable UUID parentId) {}
