package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of a product costs a customer, and why.
 *
 * @param basePrice list price
 * @param unitPrice what is charged, without tax
 * @param discountPercent how the unit price came about, where it is a percentage off the list price
 * @param source the rule that gave it
 * @param sourceId row of the rule, where it has one
 * @param floor lowest price without approval; null when the product has none
 * @param unitCost standard cost; like the floor not for callers without the permission {@code products.cost}
 * @param taxRate percent, on the day asked for
 */
public record ResolvedPrice(
        UUID productId,
        BigDecimal quantity,
        BigDecimal basePrice,
        BigDecimal unitPrice,
        @Nullable BigDecimal discountPercent,
        PriceSource source,
        @Nullable UUID sourceId,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal unitCost,
        UUID taxCodeId,
        TaxType taxType,
        BigDecimal taxRate) {

    /** Whether a price is lower than this product may be sold for without approval. */
    public boolean belowFloor(BigDecimal price) {
        return floor != null && price.compareTo(floor) < 0;
    }
}
