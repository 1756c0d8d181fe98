package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back from a customer.
 *
 * @param condition never available: returned, quarantined or damaged
 * @param ownership own after a refund, the customer's for repair; those carry no value
 * @param totalCost value they come back with, at best what they left with; null for the last known cost
 * @param serials exactly one a unit for serialized products, else none
 */
public record ReturnLine(
        @Nullable UUID lineId,
        UUID productId,
        @Nullable UUID warehouseLocationId,
        BigDecimal quantity,
        StockStatus condition,
        StockOwnership ownership,
        @Nullable BigDecimal totalCost,
        List<String> serials) {

    public ReturnLine {
        serials = List.copyOf(serials);
    }
}
