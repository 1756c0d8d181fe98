package io.renoz.suppliers.price;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price that changed.
 *
 * @param priceListId the row of the price list; null for the item of an agreement
 * @param priceChangeId the request that was decided on; null where none was needed
 */
record Moved(
        UUID supplierId,
        UUID productId,
        @Nullable UUID priceListId,
        @Nullable UUID priceChangeId,
        String currency,
        BigDecimal before,
        BigDecimal after,
        @Nullable String reason) {}
