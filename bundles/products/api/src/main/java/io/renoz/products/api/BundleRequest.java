package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;

/**
 * Asks what is in some of a product.
 *
 * @param options optional components chosen, at any depth
 */
public record BundleRequest(UUID productId, BigDecimal quantity, Set<UUID> options) {

    public BundleRequest {
        options = Set.copyOf(options);
    }
}
