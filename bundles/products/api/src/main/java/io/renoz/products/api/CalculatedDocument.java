package io.renoz.products.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * The amounts of a document, each with 2 places and none negative: {@code total = subtotal - discount + freight + tax}.
 *
 * @param lines in the order of the draft
 * @param subtotal sum of the lines' subtotals
 * @param discount of the document, the sum of the lines' shares
 * @param freightTax its part of {@code tax}
 * @param tax of lines and freight
 * @param taxes the same by rate, highest first; rates of which nothing is taxed are left out
 */
public record CalculatedDocument(
        List<CalculatedLine> lines,
        BigDecimal subtotal,
        BigDecimal discount,
        BigDecimal freight,
        BigDecimal freightTax,
        BigDecimal tax,
        BigDecimal total,
        List<TaxAmount> taxes) {

    public CalculatedDocument {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }
}
