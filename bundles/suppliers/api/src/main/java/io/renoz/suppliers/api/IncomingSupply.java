package io.renoz.suppliers.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that were ordered and are still to come.
 *
 * @param quantity what is open of the line
 * @param expected the day the supplier promised; null where nobody knows
 * @param locationId where they are to be delivered; null for anywhere
 */
public record IncomingSupply(
        UUID purchaseOrderId,
        String number,
        UUID purchaseOrderItemId,
        UUID supplierId,
        UUID productId,
        BigDecimal quantity,
        @Nullable LocalDate expected,
        @Nullable UUID locationId) {}
