package io.renoz.products.product;

import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Emits;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.Searchable;
import io.renoz.data.Sensitive;
import io.renoz.data.entity.KeptRecord;
import io.renoz.products.Permissions;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import io.renoz.products.attribute.AttributeValue;
import io.renoz.products.attribute.Given;
import io.renoz.products.tax.TaxCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** What can be sold or bought. Its row stays when it is deleted, since order lines, warranties and serial numbers name it. */
@Entity
@Table(schema = "products", name = "products")
@Audited(type = "product", name = "name")
@Emits(type = "product")
public class Product extends KeptRecord {

    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    @Searchable
    String sku;

    @Searchable
    String name;

    @Nullable
    String description;

    @Nullable
    String shortDescription;

    @Searchable
    @Nullable
    String barcode;

    @Nullable
    UUID categoryId;

    ProductType type = ProductType.PHYSICAL;
    ProductStatus status = ProductStatus.ACTIVE;
    Boolean isSellable = true;
    Boolean isPurchasable = true;
    boolean isSerialized;
    Boolean trackInventory = true;
    boolean allowFractional;
    String unitOfMeasure = "each";
    BigDecimal basePrice = new BigDecimal("0.00");

    @Sensitive
    @Nullable
    BigDecimal costPrice;

    @Sensitive
    @Nullable
    BigDecimal minMarginPercent;

    @Sensitive
    @Nullable
    BigDecimal minSellPrice;

    UUID taxCodeId;

    @Searchable
    @Nullable
    String brand;

    @Searchable
    @Nullable
    String manufacturer;

    @Searchable
    @Nullable
    String model;

    @Nullable
    String manufacturerPartNumber;

    @Nullable
    String countryOfOrigin;

    @Nullable
    String hsCode;

    @Nullable
    BigDecimal weightKg;

    @Nullable
    BigDecimal length;

    @Nullable
    BigDecimal width;

    @Nullable
    BigDecimal height;

    DimensionUnit dimensionUnit = DimensionUnit.MM;
    boolean isDangerousGood;

    @Nullable
    String dangerousGoodClass;

    @Nullable
    Integer leadTimeDays;

    BigDecimal reorderPoint = new BigDecimal("0.000");
    BigDecimal reorderQty = new BigDecimal("0.000");

    @Nullable
    UUID warrantyPolicyId;

    @Nullable
    UUID preferredSupplierId;

    @Nullable
    UUID replacedById;

    BundlePricing bundlePricing = BundlePricing.FIXED;

    @Nullable
    LocalDate availableFrom;

    @Nullable
    Instant discontinuedAt;

    @Nullable
    String seoTitle;

    @Nullable
    String seoDescription;

    @Nullable
    String[] tags;

    @Nullable
    String externalRef;

    @Nullable
    Json specifications;

    @Nullable
    Json metadata;

    /** Values of attributes as a caller gave them, until they are among the {@link #attributeValues}; null for no word. */
    @Transient
    @Nullable
    List<Given> attributes;

    @Transient
    @Parts("productId")
    List<AttributeValue> attributeValues = new ArrayList<>();

    /** What the row said when it was read, of what has rules or a history. */
    @Transient
    private @Nullable Stored stored;

    record Stored(
            String sku,
            ProductType type,
            ProductStatus status,
            boolean isSerialized,
            boolean trackInventory,
            boolean allowFractional,
            BigDecimal basePrice,
            @Nullable BigDecimal costPrice,
            @Nullable BigDecimal minMarginPercent,
            @Nullable BigDecimal minSellPrice,
            @Nullable UUID warrantyPolicyId,
            @Nullable UUID preferredSupplierId) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected Product() {}

    @PostLoad
    void loaded() {
        stored = new Stored(
                sku,
                type,
                status,
                isSerialized,
                trackInventory,
                allowFractional,
                basePrice,
                costPrice,
                minMarginPercent,
                minSellPrice,
                warrantyPolicyId,
                preferredSupplierId);
    }

    /** What it was; null for a new one. */
    @Nullable
    Stored stored() {
        return stored;
    }

    /** Refuses changes of what only some may set: prices, and what is made of costs. */
    void guard(Call call) {
        boolean priced = stored == null ? basePrice.signum() != 0 : !same(basePrice, stored.basePrice);
        boolean costed = stored == null
                ? costPrice != null || minMarginPercent != null || minSellPrice != null
                : !same(costPrice, stored.costPrice)
                        || !same(minMarginPercent, stored.minMarginPercent)
                        || !same(minSellPrice, stored.minSellPrice);
        if (priced) {
            call.require(Permissions.PRICE);
        }
        if (costed) {
            call.require(Permissions.COST);
        }
    }

    /** PRD-18: whether it becomes another kind of thing, to stock and to whoever names it. */
    boolean changesNature() {
        return stored != null
                && (type != stored.type
                        || isSerialized != stored.isSerialized
                        || trackInventory != stored.trackInventory
                        || allowFractional != stored.allowFractional);
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** Moves along the life cycle. */
    void become(ProductStatus next, Instant now) {
        LifeCycle.check(status, next);
        if (next == ProductStatus.DISCONTINUED) {
            discontinuedAt = now;
        } else if (status == ProductStatus.DISCONTINUED) {
            discontinuedAt = null;
            replacedById = null;
        }
        status = next;
    }

    public void moveTo(UUID category) {
        categoryId = category;
    }

    /** PRD-08: the lowest price without approval; null where there is none. */
    public @Nullable BigDecimal floor() {
        if (costPrice == null || minMarginPercent == null) {
            return minSellPrice;
        }
        BigDecimal byMargin = costPrice
                .multiply(HUNDRED)
                .divide(HUNDRED.subtract(minMarginPercent), 2, RoundingMode.HALF_UP)
                .min(MOST);
        return minSellPrice == null ? byMargin : byMargin.max(minSellPrice);
    }

    public String sku() {
        return sku;
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return status == ProductStatus.ACTIVE;
    }

    public boolean bundle() {
        return type == ProductType.BUNDLE;
    }

    /** Whether it costs what its components cost. */
    public boolean pricedByComponents() {
        return bundle() && bundlePricing == BundlePricing.SUM_OF_COMPONENTS;
    }

    public boolean allowsFractions() {
        return allowFractional;
    }

    public BigDecimal basePrice() {
        return basePrice;
    }

    public @Nullable BigDecimal costPrice() {
        return costPrice;
    }

    public UUID taxCodeId() {
        return taxCodeId;
    }

    ProductSummary summary(TaxCode tax, LocalDate today) {
        return new ProductSummary(
                id(),
                sku,
                name,
                shortDescription,
                barcode,
                categoryId,
                type,
                status,
                unitOfMeasure,
                isSellable,
                isPurchasable,
                isSerialized,
                trackInventory,
                allowFractional,
                basePrice,
                costPrice,
                taxCodeId,
                tax.taxType(),
                tax.rateOn(today),
                weightKg,
                isDangerousGood,
                dangerousGoodClass,
                countryOfOrigin,
                hsCode,
                leadTimeDays,
                reorderPoint,
                reorderQty,
                warrantyPolicyId,
                preferredSupplierId,
                replacedById,
                availableFrom);
    }
}
