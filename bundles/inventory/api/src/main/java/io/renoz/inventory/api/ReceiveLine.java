package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come in.
 *
 * @param lineId line of the document
 * @param warehouseLocationId the place; null for the root place of the location
 * @param quantity above 0, in whole units unless the product is divisible
 * @param totalCost value of the whole line in the organization's currency, landed, with two decimals
 * @param sourceCurrency currency of the purchase where it is another
 * @param exchangeRate rate that was applied
 * @param lotNumber batch; null for none
 * @param expiryDate last day on which it may be sold
 * @param serials exactly one a unit for serialized products, else none; ranges such as {@code SN1-5} and {@code SN100+3}
 *     are understood
 * @param status condition they come in
 */
public record ReceiveLine(
        @Nullable UUID lineId,
        UUID productId,
        @Nullable UUID warehouseLocationId,
        BigDecimal quantity,
        BigDecimal totalCost,
        @Nullable String sourceCurrency,
        @Nullable BigDecimal exchangeRate,
        @Nullable String lotNumber,
        @Nullable LocalDate expiryDate,
        List<String> serials,
        StockStatus status) {

    public ReceiveLine {
        serials = List.copyOf(serials);
    }

    /** Goods without lot and serials, fit for sale. */
    public static ReceiveLine of(@Nullable UUID lineId, UUID productId, BigDecimal quantity, BigDecimal totalCost) {
        return new ReceiveLine(
                lineId, productId, null, quantity, totalCost, null, null, null, null, List.of(), StockStatus.AVAILABLE);
    }
}
