package io.renoz.orders.api;

import java.math.BigDecimal;

/**
 * Net and tax of one tax type and rate.
 *
 * @param rate percent
 * @param net after all discounts, without tax
 */
public record TaxTotal(TaxType type, BigDecimal rate, BigDecimal net, BigDecimal tax) {}
