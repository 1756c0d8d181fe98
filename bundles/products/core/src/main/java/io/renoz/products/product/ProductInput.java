package io.renoz.products.product;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.products.Texts;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductType;
import io.renoz.products.attribute.Given;
import io.renoz.rest.Example;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.DecimalMax;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may set of a product.
 *
 * @param sku left out of a new one to take the next number
 * @param status draft or active, of a new one; later it moves by {@code products/{id}/status}
 * @param trackInventory yes for what is physical, unless said otherwise
 * @param unitOfMeasure the organization's default when left out
 * @param taxCodeId the category's when left out, else the organization's default
 * @param attributes all values of a product; left out to leave them as they are
 */
public record ProductInput(
        @Nullable @Size(max = 100) String sku,
        @NotBlank @Size(max = 255) String name,
        @Nullable @Size(max = 10000) String description,
        @Nullable @Size(max = 500) String shortDescription,
        @Nullable @Size(max = 50) String barcode,
        @Nullable UUID categoryId,
        ProductType type,
        @Example("active") ProductStatus status,
        Boolean isSellable,
        Boolean isPurchasable,
        boolean isSerialized,
        Boolean trackInventory,
        boolean allowFractional,
        @Nullable @Size(max = 20) String unitOfMeasure,
        @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal basePrice,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal costPrice,

        @Nullable @PositiveOrZero @DecimalMax("99.99") @Digits(integer = 3, fraction = 2)
        BigDecimal minMarginPercent,

        @Nullable @PositiveOrZero @Digits(integer = 10, fraction = 2)
        BigDecimal minSellPrice,

        @Nullable UUID taxCodeId,
        @Nullable @Size(max = 100) String brand,
        @Nullable @Size(max = 100) String manufacturer,
        @Nullable @Size(max = 100) String model,
        @Nullable @Size(max = 100) String manufacturerPartNumber,
        @Nullable @Size(min = 2, max = 2) @Example("DE") String countryOfOrigin,
        @Nullable @Size(max = 12) String hsCode,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
        BigDecimal weightKg,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
        BigDecimal length,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
        BigDecimal width,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 3)
        BigDecimal height,

        DimensionUnit dimensionUnit,
        boolean isDangerousGood,
        @Nullable @Size(max = 20) String dangerousGoodClass,
        @Nullable @Min(0) @Max(3650) Integer leadTimeDays,
        @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal reorderPoint,
        @PositiveOrZero @Digits(integer = 9, fraction = 3) BigDecimal reorderQty,
        @Nullable UUID warrantyPolicyId,
        @Nullable UUID preferredSupplierId,
        @Nullable UUID replacedById,
        BundlePricing bundlePricing,
        @Nullable LocalDate availableFrom,
        @Nullable @Size(max = 255) String seoTitle,
        @Nullable @Size(max = 500) String seoDescription,
        @Nullable @Size(max = 20) List<@NotBlank @Size(max = 50) String> tags,
        @Nullable @Size(max = 255) String externalRef,
        @Nullable @Example("{\"cells\": 16}") Json specifications,
        @Nullable @Example("{\"note\": \"x\"}") Json metadata,
        @Nullable @Size(max = 200) List<@Valid @NotNull Given> attributes) {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    public ProductInput {
        sku = Texts.plain(sku);
        barcode = Texts.plain(barcode);
        externalRef = Texts.plain(externalRef);
        countryOfOrigin = Texts.upper(countryOfOrigin);
        unitOfMeasure = Texts.plain(unitOfMeasure);
        type = type == null ? ProductType.PHYSICAL : type;
        status = status == null ? (type == ProductType.BUNDLE ? ProductStatus.DRAFT : ProductStatus.ACTIVE) : status;
        isSellable = isSellable == null || isSellable;
        isPurchasable = isPurchasable == null || isPurchasable;
        trackInventory = trackInventory == null ? type == ProductType.PHYSICAL : trackInventory;
        basePrice = basePrice == null ? NOTHING : Texts.scaled(basePrice, 2);
        costPrice = Texts.scaled(costPrice, 2);
        minMarginPercent = Texts.scaled(minMarginPercent, 2);
        minSellPrice = Texts.scaled(minSellPrice, 2);
        weightKg = Texts.scaled(weightKg, 3);
        length = Texts.scaled(length, 3);
        width = Texts.scaled(width, 3);
        height = Texts.scaled(height, 3);
        reorderPoint = Texts.scaled(reorderPoint == null ? NOTHING : reorderPoint, 3);
        reorderQty = Texts.scaled(reorderQty == null ? NOTHING : reorderQty, 3);
        dimensionUnit = dimensionUnit == null ? DimensionUnit.MM : dimensionUnit;
        bundlePricing = bundlePricing == null ? BundlePricing.FIXED : bundlePricing;
        requireNature(type, isSerialized, trackInventory, allowFractional);
        requireObject("specifications", specifications);
        requireObject("metadata", metadata);
    }

    private static void requireNature(
            ProductType type, boolean isSerialized, boolean trackInventory, boolean allowFractional) {
        if (trackInventory && type != ProductType.PHYSICAL && type != ProductType.BUNDLE) {
            throw Problem.invalid("trackInventory", "Only physical things and bundles are in stock.");
        }
        if (isSerialized && !trackInventory) {
            throw Problem.invalid("isSerialized", "Units with serial numbers are tracked in stock.");
        }
        if (isSerialized && allowFractional) {
            throw Problem.invalid("allowFractional", "A unit with a serial number is whole.");
        }
        if (isSerialized && type == ProductType.BUNDLE) {
            throw Problem.invalid("isSerialized", "A bundle has no serial number of its own.");
        }
    }

    private static void requireObject(String field, @Nullable Json json) {
        if (json != null && !json.text().strip().startsWith("{")) {
            throw Problem.invalid(field, "It must be an object.");
        }
    }
}
