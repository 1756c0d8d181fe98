package io.renoz.products.product;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.Versioned;
import io.renoz.products.Permissions;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sees of a product. PRD-08: cost, margin and floor are left out for whoever may not know them.
 *
 * @param floor the lowest price without approval
 */
public record ProductView(
        UUID id,
        int version,
        Instant createdAt,
        Instant updatedAt,
        String sku,
        String name,
        @Nullable String description,
        @Nullable String shortDescription,
        @Nullable String barcode,
        @Nullable UUID categoryId,
        ProductType type,
        ProductStatus status,
        Boolean isSellable,
        Boolean isPurchasable,
        boolean isSerialized,
        Boolean trackInventory,
        boolean allowFractional,
        String unitOfMeasure,
        BigDecimal basePrice,
        @Nullable BigDecimal costPrice,
        @Nullable BigDecimal minMarginPercent,
        @Nullable BigDecimal minSellPrice,
        @Nullable BigDecimal floor,
        UUID taxCodeId,
        @Nullable String brand,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String manufacturerPartNumber,
        @Nullable String countryOfOrigin,
        @Nullable String hsCode,
        @Nullable BigDecimal weightKg,
        @Nullable BigDecimal length,
        @Nullable BigDecimal width,
        @Nullable BigDecimal height,
        DimensionUnit dimensionUnit,
        boolean isDangerousGood,
        @Nullable String dangerousGoodClass,
        @Nullable Integer leadTimeDays,
        BigDecimal reorderPoint,
        BigDecimal reorderQty,
        @Nullable UUID warrantyPolicyId,
        @Nullable UUID preferredSupplierId,
        @Nullable UUID replacedById,
        BundlePricing bundlePricing,
        @Nullable LocalDate availableFrom,
        @Nullable Instant discontinuedAt,
        @Nullable String seoTitle,
        @Nullable String seoDescription,
        @Nullable List<String> tags,
        @Nullable String externalRef,
        @Nullable Json specifications,
        @Nullable Json metadata,
        List<Value> attributeValues)
        implements Versioned {

    public ProductView {
        if (!Call.current().permits(Permissions.COST)) {
            costPrice = null;
            minMarginPercent = null;
            minSellPrice = null;
            floor = null;
        }
    }

    /** The value of an attribute, in the field of its type. */
    public record Value(
            UUID id,
            UUID attributeId,
            @Nullable UUID choiceId,
            @Nullable String textValue,
            @Nullable BigDecimal numberValue,
            @Nullable Boolean booleanValue,
            @Nullable LocalDate dateValue) {}
}
