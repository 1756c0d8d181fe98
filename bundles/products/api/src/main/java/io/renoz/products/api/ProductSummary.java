package io.renoz.products.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as other modules see it.
 *
 * @param shortDescription printed on quotes and invoices when set
 * @param categoryId group it belongs to
 * @param unitOfMeasure each, hour, m, m2, kg
 * @param isSerialized whether every unit carries a serial number
 * @param trackInventory whether stock is kept of it
 * @param allowFractional whether quantities such as 1.5 make sense
 * @param basePrice list price of one unit without tax
 * @param costPrice standard cost of one unit; not for callers without the permission {@code products.cost}
 * @param taxRate percent, today
 * @param weightKg gross weight of one unit
 * @param dangerousGoodClass UN number and class, for a dangerous good
 * @param leadTimeDays days from order to arrival
 * @param reorderPoint default of inventory alerts
 * @param reorderQty default of what is bought then
 * @param warrantyPolicyId its own default policy
 * @param replacedById successor of a discontinued product
 * @param availableFrom first day it may be sold
 */
public record ProductSummary(
        UUID id,
        String sku,
        String name,
        @Nullable String shortDescription,
        @Nullable String barcode,
        @Nullable UUID categoryId,
        ProductType type,
        ProductStatus status,
        String unitOfMeasure,
        boolean isSellable,
        boolean isPurchasable,
        boolean isSerialized,
        boolean trackInventory,
        boolean allowFractional,
        BigDecimal basePrice,
        @Nullable BigDecimal costPrice,
        UUID taxCodeId,
        TaxType taxType,
        BigDecimal taxRate,
        @Nullable BigDecimal weightKg,
        boolean isDangerousGood,
        @Nullable String dangerousGoodClass,
        @Nullable String countryOfOrigin,
        @Nullable String hsCode,
        @Nullable Integer leadTimeDays,
        BigDecimal reorderPoint,
        BigDecimal reorderQty,
        @Nullable UUID warrantyPolicyId,
        @Nullable UUID preferredSupplierId,
        @Nullable UUID replacedById,
        @Nullable LocalDate availableFrom) {

    /** Whether a quantity of it may be asked for: whole, unless it allows fractions. */
    public boolean takes(BigDecimal quantity) {
        return allowFractional || quantity.stripTrailingZeros().scale() <= 0;
    }
}
