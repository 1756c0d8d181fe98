package io.renoz.products.api;

import java.math.BigDecimal;

/**
 * What is taxed at one rate.
 *
 * @param net lines after all discounts, and freight
 */
public record TaxAmount(BigDecimal taxRate, BigDecimal net, BigDecimal tax) {}
