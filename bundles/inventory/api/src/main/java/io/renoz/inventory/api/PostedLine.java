package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a posting did for one line and product.
 *
 * @param quantity how much moved, above 0
 * @param cost its value in the organization's currency, 0 or above
 */
public record PostedLine(@Nullable UUID lineId, UUID productId, BigDecimal quantity, BigDecimal cost) {}
