package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A tax code on one day.
 *
 * @param rate percent, 10.00 for ten
 */
public record TaxRate(UUID taxCodeId, String code, String name, TaxType taxType, BigDecimal rate) {}
