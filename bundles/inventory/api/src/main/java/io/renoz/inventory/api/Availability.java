package io.renoz.inventory.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * How much there is of a product, with three decimals.
 *
 * @param onHand own or consigned goods in the scope, in any condition
 * @param allocated what of it is set aside
 * @param available what can be promised now: free, in condition available, not past its expiry date
 * @param incoming open on purchase orders; 0 without the suppliers module
 */
public record Availability(
        UUID productId, BigDecimal onHand, BigDecimal allocated, BigDecimal available, BigDecimal incoming) {}
