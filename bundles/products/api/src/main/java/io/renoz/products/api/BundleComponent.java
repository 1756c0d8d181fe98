package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.UUID;

/** So many of a product that is no bundle. */
public record BundleComponent(UUID productId, BigDecimal quantity) {}
