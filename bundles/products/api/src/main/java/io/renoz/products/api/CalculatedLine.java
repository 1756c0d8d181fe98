package io.renoz.products.api;

import java.math.BigDecimal;

/**
 * The amounts of a line, each with 2 places and none negative.
 *
 * @param gross quantity times unit price
 * @param discount of the line
 * @param subtotal gross less discount
 * @param documentDiscount its share of the document's discount
 * @param net subtotal less that share: what is taxed
 * @param total subtotal plus tax
 */
public record CalculatedLine(
        BigDecimal gross,
        BigDecimal discount,
        BigDecimal subtotal,
        BigDecimal documentDiscount,
        BigDecimal net,
        BigDecimal taxRate,
        BigDecimal tax,
        BigDecimal total) {}
