package io.renoz.products.price;

import io.renoz.data.Call;
import io.renoz.products.Permissions;
import io.renoz.products.api.PriceSource;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.api.TaxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a price. PRD-08: floor and cost are left out for whoever may not know them.
 *
 * @param sourceId row of the rule that gave the price
 * @param lineTotal quantity times unit price
 */
public record PriceView(
        UUID productId,
        BigDecimal quantity,
        BigDecimal basePrice,
        BigDecimal unitPrice,
        @Nullable BigDecimal discountPercent,
        PriceSource source,
        @Nullable UUID sourceId,
        BigDecimal lineTotal,
        UUID taxCodeId,
        TaxType taxType,
        BigDecimal taxRate,
        BigDecimal tax,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal unitCost) {

    public PriceView {
        if (!Call.current().permits(Permissions.COST)) {
            floor = null;
            unitCost = null;
        }
    }

    static PriceView of(ResolvedPrice price) {
        BigDecimal total = cents(price.quantity().multiply(price.unitPrice()));
        return new PriceView(
                price.productId(),
                price.quantity(),
                price.basePrice(),
                price.unitPrice(),
                price.discountPercent(),
                price.source(),
                price.sourceId(),
                total,
                price.taxCodeId(),
                price.taxType(),
                price.taxRate(),
                cents(total.multiply(price.taxRate()).movePointLeft(2)),
                price.floor(),
                price.unitCost());
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
