package io.renoz.inventory.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stock is valued; what is null is not asked.
 *
 * @param productId one product
 * @param locationId one location, transit included
 */
public record ValuationScope(
        @Nullable UUID productId, @Nullable UUID locationId) {

    /** All stock. */
    public static ValuationScope everything() {
        return new ValuationScope(null, null);
    }
}
