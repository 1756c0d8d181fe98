package io.renoz.suppliers.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be bought.
 *
 * @param quantity more than 0, in the product's unit
 * @param supplierId whom to buy it from; null for the supplier of the best offer, else the product's preferred one
 * @param neededBy the day it is to be here; null for as soon as it comes
 * @param locationId where it is to be delivered; null for anywhere
 * @param demand the line it is bought for; null for stock
 * @param dropShipOrderId the sales order whose customer it goes to without passing our stock; null where it comes to us
 */
public record SupplyLine(
        UUID productId,
        BigDecimal quantity,
        @Nullable UUID supplierId,
        @Nullable LocalDate neededBy,
        @Nullable UUID locationId,
        @Nullable DemandRef demand,
        @Nullable UUID dropShipOrderId) {

    /** For stock, from the best supplier. */
    public static SupplyLine of(UUID productId, BigDecimal quantity) {
        return new SupplyLine(productId, quantity, null, null, null, null, null);
    }
}
