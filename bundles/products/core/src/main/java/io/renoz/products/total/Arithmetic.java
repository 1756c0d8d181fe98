package io.renoz.products.total;

import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.CalculatedLine;
import io.renoz.products.api.DocumentDraft;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** ORD-01 to ORD-03: from a draft to all its amounts. */
public final class Arithmetic {

    private Arithmetic() {}

    /** The amounts of the lines and of the whole. */
    public static CalculatedDocument calculate(DocumentDraft draft) {
        Cents.requirePercent(draft.discountPercent(), "discountPercent");
        Cents.requireNotNegative(draft.discountFixed(), "discountFixed");
        Cents.requireNotNegative(draft.freight(), "freight");
        Cents.requirePercent(draft.freightTaxRate(), "freightTaxRate");
        List<PricedLine> lines = IntStream.range(0, draft.lines().size())
                .mapToObj(i -> PricedLine.of(draft.lines().get(i), "lines/" + i))
                .toList();
        List<BigDecimal> subtotals = lines.stream().map(PricedLine::subtotal).toList();
        BigDecimal subtotal = Cents.kept(Taxes.sum(subtotals), "lines");
        BigDecimal discount = discount(draft, subtotal);
        List<BigDecimal> shares = Shares.of(discount, subtotals);
        BigDecimal freight = Cents.kept(Cents.rounded(draft.freight()), "freight");
        Taxes taxes = Taxes.of(
                IntStream.range(0, lines.size())
                        .mapToObj(i -> subtotals.get(i).subtract(shares.get(i)))
                        .toList(),
                lines.stream().map(PricedLine::taxRate).toList(),
                freight,
                draft.freightTaxRate(),
                draft.rounding());
        List<CalculatedLine> calculated = IntStream.range(0, lines.size())
                .mapToObj(i -> lines.get(i).taxed(shares.get(i), taxes.lines().get(i)))
                .toList();
        BigDecimal tax = Taxes.sum(taxes.lines()).add(taxes.freight());
        BigDecimal total = subtotal.subtract(discount).add(freight).add(tax);
        return new CalculatedDocument(
                calculated,
                subtotal,
                discount,
                freight,
                taxes.freight(),
                tax,
                Cents.kept(total, "lines"),
                taxes.byRate());
    }

    /** ORD-02: what is asked, but never more than there is. */
    private static BigDecimal discount(DocumentDraft draft, BigDecimal subtotal) {
        BigDecimal percentPart = Cents.rounded(Cents.percentOf(subtotal, Cents.orZero(draft.discountPercent())));
        return subtotal.min(percentPart.add(Cents.rounded(Cents.orZero(draft.discountFixed()))));
    }
}
