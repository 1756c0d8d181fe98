package io.renoz.financial.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * So much of a line of an order.
 *
 * @param quantity above 0, at most 3 places
 */
public record LineQuantity(UUID orderLineId, BigDecimal quantity) {}
