package io.renoz.products.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks what something costs.
 *
 * @param customerId whose agreements count; null for a price that holds for everybody
 * @param quantity above 0
 * @param day day of the document, in the organization's time zone
 * @param options optional components chosen, for a bundle that is priced by its components
 */
public record PriceRequest(
        UUID productId, @Nullable UUID customerId, BigDecimal quantity, LocalDate day, Set<UUID> options) {

    public PriceRequest {
        options = Set.copyOf(options);
    }

    public PriceRequest(UUID productId, @Nullable UUID customerId, BigDecimal quantity, LocalDate day) {
        this(productId, customerId, quantity, day, Set.of());
    }
}
