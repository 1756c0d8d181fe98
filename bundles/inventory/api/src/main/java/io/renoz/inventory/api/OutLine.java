package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * Goods that leave.
 *
 * @param lineId the line they leave for; what is reserved for it is taken first, then what is free
 * @param quantity above 0
 * @param serials exactly one a unit for serialized products, else none
 */
public record OutLine(UUID lineId, UUID productId, BigDecimal quantity, List<String> serials) {

    public OutLine {
        serials = List.copyOf(serials);
    }
}
