package io.renoz.pipeline.quote;

import io.renoz.pipeline.Values;
import io.renoz.products.api.CalculatedDocument;
import io.renoz.products.api.DocumentDraft;
import io.renoz.products.api.DocumentTotals;
import io.renoz.products.api.DraftLine;
import io.renoz.products.api.TaxRounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** PIP-10: computes the amounts of a version with the arithmetic of orders. */
final class Sums {

    private static final BigDecimal WORST = new BigDecimal("-999.99");

    private Sums() {}

    /** Over the lines that count; options that nobody chose get amounts of their own, and add to the optional total alone. */
    static void calculate(QuoteVersion version, DocumentTotals totals, TaxRounding rounding) {
        List<QuoteItem> items = version.inOrder();
        CalculatedDocument amounts = totals.calculate(new DocumentDraft(
                items.stream()
                        .map(item -> item.counted() ? item.draft() : DraftLine.EMPTY)
                        .toList(),
                version.discountPercent,
                version.discountFixed,
                version.shippingAmount,
                version.shippingTaxRate,
                rounding));
        CalculatedDocument options = totals.calculate(DocumentDraft.of(
                items.stream()
                        .map(item -> item.counted() ? DraftLine.EMPTY : item.draft())
                        .toList(),
                rounding));
        for (int i = 0; i < items.size(); i++) {
            QuoteItem item = items.get(i);
            item.calculated((item.counted() ? amounts : options).lines().get(i));
        }
        version.calculated(amounts, options.subtotal());
        cost(version, items.stream().filter(QuoteItem::counted).toList());
    }

    /** Cost of what is known, and the margin once all of it is. */
    private static void cost(QuoteVersion version, List<QuoteItem> counted) {
        List<BigDecimal> costs =
                counted.stream().map(Sums::cost).filter(Objects::nonNull).toList();
        version.costTotal = costs.isEmpty() ? null : costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        version.marginPercent =
                version.costTotal == null || costs.size() < counted.size() ? null : margin(version, version.costTotal);
    }

    private static @Nullable BigDecimal cost(QuoteItem item) {
        return item.unitCost == null ? null : Values.cents(item.unitCost.multiply(item.quantity));
    }

    private static @Nullable BigDecimal margin(QuoteVersion version, BigDecimal cost) {
        BigDecimal margin = Values.percentOf(version.net().subtract(cost), version.net());
        return margin == null ? null : margin.max(WORST); // as low as the column goes
    }
}
