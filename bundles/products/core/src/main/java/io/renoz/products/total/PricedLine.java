package io.renoz.products.total;

import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DraftLine;
import java.math.BigDecimal;

/** ORD-01: a line by itself. */
record PricedLine(BigDecimal gross, BigDecimal discount, BigDecimal subtotal, BigDecimal taxRate) {

    static PricedLine of(DraftLine line, String field) {
        Cents.requireNotNegative(line.quantity(), field + "/quantity");
        Cents.requireNotNegative(line.unitPrice(), field + "/unitPrice");
        Cents.requirePercent(line.discountPercent(), field + "/discountPercent");
        Cents.requireNotNegative(line.discountAmount(), field + "/discountAmount");
        Cents.requirePercent(line.taxRate(), field + "/taxRate");
        BigDecimal gross = Cents.kept(Cents.rounded(line.quantity().multiply(line.unitPrice())), field + "/quantity");
        BigDecimal percentPart = Cents.rounded(Cents.percentOf(gross, Cents.orZero(line.discountPercent())));
        BigDecimal asked = percentPart.add(Cents.rounded(Cents.orZero(line.discountAmount())));
        BigDecimal discount = gross.min(asked);
        return new PricedLine(gross, discount, gross.subtract(discount), line.taxRate());
    }

    CalculatedLine taxed(BigDecimal documentDiscount, BigDecimal tax) {
        return new CalculatedLine(
                gross,
                discount,
                subtotal,
                documentDiscount,
                subtotal.subtract(documentDiscount),
                taxRate,
                tax,
                subtotal.add(tax));
    }
}
