package io.renoz.products.bundle;

import java.math.BigDecimal;
import java.util.UUID;

/** A component of a bundle, without its row. */
public record Content(UUID bundle, UUID product, BigDecimal quantity, boolean optional) {}
