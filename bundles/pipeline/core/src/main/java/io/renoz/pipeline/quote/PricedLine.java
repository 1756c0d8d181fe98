package io.renoz.pipeline.quote;

import io.renoz.pipeline.api.TaxType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was asked for, with what the catalogue of products says of it.
 *
 * @param floor lowest price without approval
 */
record PricedLine(
        LineInput asked,
        @Nullable String sku,
        String description,
        BigDecimal quantity,
        @Nullable String unitOfMeasure,
        BigDecimal unitPrice,
        @Nullable String priceSource,
        @Nullable BigDecimal unitCost,
        @Nullable BigDecimal floor,
        TaxType taxType,
        BigDecimal taxRate) {}
