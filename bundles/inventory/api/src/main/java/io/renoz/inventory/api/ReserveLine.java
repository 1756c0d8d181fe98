package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a line wants.
 *
 * @param lineId the line that asks
 * @param quantity in all, what it got already included; above 0, in whole units unless the product is divisible
 */
public record ReserveLine(UUID lineId, UUID productId, BigDecimal quantity) {}
