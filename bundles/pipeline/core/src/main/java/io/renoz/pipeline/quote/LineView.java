package io.renoz.pipeline.quote;

import io.renoz.data.Call;
import io.renoz.data.Versioned;
import io.renoz.pipeline.Permissions;
import io.renoz.pipeline.api.QuoteLineType;
import io.renoz.pipeline.api.TaxType;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a line.
 *
 * @param priceSource the rule that gave the price: base, tier, customer_price, components or manual
 * @param unitCost only for those who may see costs
 */
public record LineView(
        UUID id,
        int version,
        int lineNumber,
        QuoteLineType lineType,
        @Nullable UUID productId,
        @Nullable String sku,
        String description,
        BigDecimal quantity,
        @Nullable String unitOfMeasure,
        BigDecimal unitPrice,
        @Nullable String priceSource,
        @Nullable BigDecimal unitCost,
        @Nullable BigDecimal discountPercent,
        @Nullable BigDecimal discountAmount,
        TaxType taxType,
        BigDecimal taxRate,
        BigDecimal lineSubtotal,
        BigDecimal taxAmount,
        BigDecimal lineTotal,
        boolean isOptional,
        boolean isSelected,
        @Nullable String notes)
        implements Versioned {

    static LineView of(QuoteItem item) {
        return new LineView(
                item.id(),
                item.version(),
                item.lineNumber,
                item.lineType,
                item.productId,
                item.sku,
                item.description,
                item.quantity,
                item.unitOfMeasure,
                item.unitPrice,
                item.priceSource,
                Call.current().permits(Permissions.COST) ? item.unitCost : null,
                item.discountPercent,
                item.discountAmount,
                item.taxType,
                item.taxRate,
                item.lineSubtotal,
                item.taxAmount,
                item.lineTotal,
                item.isOptional,
                item.isSelected,
                item.notes);
    }
}
