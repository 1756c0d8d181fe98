package io.renoz.inventory.api;

import java.util.UUID;

/**
 * A line that asks for a product; a bundle's line may ask for several.
 *
 * @param type module and kind of the line: {@code orders.order_line}
 * @param lineId the line
 */
public record DemandLineRef(String type, UUID lineId, UUID productId) {}
