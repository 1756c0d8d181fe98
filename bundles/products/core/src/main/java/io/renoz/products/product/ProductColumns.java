package io.renoz.products.product;

import static io.renoz.settings.api.ImportField.Type.DATE;
import static io.renoz.settings.api.ImportField.Type.DECIMAL;
import static io.renoz.settings.api.ImportField.Type.FLAG;
import static io.renoz.settings.api.ImportField.Type.INTEGER;

import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductType;
import io.renoz.settings.api.ImportColumns;
import io.renoz.settings.api.ImportColumns.Cellular;
import io.renoz.settings.api.ImportColumns.Column;
import io.renoz.settings.api.ImportField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of products that files can bring. Categories and tax codes come by their slug or name, and their code. */
final class ProductColumns {

    static final String SKU = "sku";
    static final String NAME = "name";
    static final String BARCODE = "barcode";
    static final String EXTERNAL_REF = "externalRef";
    static final String CATEGORY = "category";
    static final String TAX_CODE = "taxCode";

    static final ImportColumns<Product, ProductInput> ALL = new ImportColumns<>(columns());

    private ProductColumns() {}

    private static List<Column<Product, ProductInput, ?>> columns() {
        var all = new ArrayList<Column<Product, ProductInput, ?>>();
        all.addAll(naming());
        all.addAll(trading());
        all.addAll(describing());
        return all;
    }

    private static List<Column<Product, ProductInput, ?>> naming() {
        return List.of(
                text(
                        ImportField.text(SKU, "SKU", 100, "BAT-10", "", "CAB-6").hinting("the next number when empty"),
                        p -> p.sku,
                        ProductInput::sku,
                        (p, v) -> p.sku = Objects.requireNonNullElse(v, p.sku)),
                text(
                        ImportField.text(NAME, "Name", 255, "Battery 10 kWh", "Installation, hour", "Cable 6 mm2")
                                .needed(),
                        p -> p.name,
                        ProductInput::name,
                        (p, v) -> p.name = Objects.requireNonNullElse(v, p.name)),
                text(
                        ImportField.text("description", "Description", 10000, "", "", ""),
                        p -> p.description,
                        ProductInput::description,
                        (p, v) -> p.description = v),
                text(
                        ImportField.text("shortDescription", "Short description", 500, "", "", ""),
                        p -> p.shortDescription,
                        ProductInput::shortDescription,
                        (p, v) -> p.shortDescription = v),
                text(
                        ImportField.text(BARCODE, "Barcode", 50, "4006381333931", "", ""),
                        p -> p.barcode,
                        ProductInput::barcode,
                        (p, v) -> p.barcode = v),
                id(
                        ImportField.text(CATEGORY, "Category", 120, "batteries", "", "")
                                .hinting("its slug or name"),
                        p -> p.categoryId,
                        ProductInput::categoryId,
                        (p, v) -> p.categoryId = v),
                new Column<>(
                        ImportField.choice(
                                "type",
                                "Type",
                                ImportColumns.codes(ProductType.class),
                                "physical",
                                "service",
                                "physical"),
                        p -> p.type,
                        ProductInput::type,
                        (p, v) -> p.type = Objects.requireNonNullElse(v, p.type),
                        code -> ImportColumns.constant(ProductType.class, code)));
    }

    private static List<Column<Product, ProductInput, ?>> trading() {
        return List.of(
                flag("isSellable", "For sale", p -> p.isSellable, ProductInput::isSellable, (p, v) -> p.isSellable = v),
                flag(
                        "isPurchasable",
                        "For purchase",
                        p -> p.isPurchasable,
                        ProductInput::isPurchasable,
                        (p, v) -> p.isPurchasable = v),
                flag(
                        "isSerialized",
                        "Serial numbers",
                        p -> p.isSerialized,
                        ProductInput::isSerialized,
                        (p, v) -> p.isSerialized = v),
                flag(
                        "trackInventory",
                        "In stock",
                        p -> p.trackInventory,
                        ProductInput::trackInventory,
                        (p, v) -> p.trackInventory = v),
                flag(
                        "allowFractional",
                        "Fractions",
                        p -> p.allowFractional,
                        ProductInput::allowFractional,
                        (p, v) -> p.allowFractional = v),
                text(
                        ImportField.text("unitOfMeasure", "Unit", 20, "each", "hour", "m"),
                        p -> p.unitOfMeasure,
                        ProductInput::unitOfMeasure,
                        (p, v) -> p.unitOfMeasure = Objects.requireNonNullElse(v, p.unitOfMeasure)),
                decimal(
                        "basePrice",
                        "Base price",
                        p -> p.basePrice,
                        ProductInput::basePrice,
                        (p, v) -> p.basePrice = Objects.requireNonNullElse(v, p.basePrice)),
                decimal("costPrice", "Cost", p -> p.costPrice, ProductInput::costPrice, (p, v) -> p.costPrice = v),
                decimal(
                        "minMarginPercent",
                        "Smallest margin",
                        p -> p.minMarginPercent,
                        ProductInput::minMarginPercent,
                        (p, v) -> p.minMarginPercent = v),
                decimal(
                        "minSellPrice",
                        "Lowest price",
                        p -> p.minSellPrice,
                        ProductInput::minSellPrice,
                        (p, v) -> p.minSellPrice = v),
                id(
                        ImportField.text(TAX_CODE, "Tax code", 20, "GST", "GST", "FRE")
                                .hinting("the category's, else the default, when empty"),
                        p -> p.taxCodeId,
                        ProductInput::taxCodeId,
                        (p, v) -> p.taxCodeId = Objects.requireNonNullElse(v, p.taxCodeId)),
                decimal(
                        "reorderPoint",
                        "Reorder point",
                        p -> p.reorderPoint,
                        ProductInput::reorderPoint,
                        (p, v) -> p.reorderPoint = Objects.requireNonNullElse(v, p.reorderPoint)),
                decimal(
                        "reorderQty",
                        "Reorder quantity",
                        p -> p.reorderQty,
                        ProductInput::reorderQty,
                        (p, v) -> p.reorderQty = Objects.requireNonNullElse(v, p.reorderQty)),
                new Column<>(
                        ImportField.of(INTEGER, "leadTimeDays", "Lead time", "14", "", "")
                                .hinting("days"),
                        p -> p.leadTimeDays,
                        ProductInput::leadTimeDays,
                        (p, v) -> p.leadTimeDays = v,
                        Integer::valueOf),
                new Column<>(
                        ImportField.of(DATE, "availableFrom", "Available from", "", "", ""),
                        p -> p.availableFrom,
                        ProductInput::availableFrom,
                        (p, v) -> p.availableFrom = v,
                        LocalDate::parse));
    }

    private static List<Column<Product, ProductInput, ?>> describing() {
        return List.of(
                text(
                        ImportField.text("brand", "Brand", 100, "Acme", "", ""),
                        p -> p.brand,
                        ProductInput::brand,
                        (p, v) -> p.brand = v),
                text(
                        ImportField.text("manufacturer", "Manufacturer", 100, "Acme Ltd", "", ""),
                        p -> p.manufacturer,
                        ProductInput::manufacturer,
                        (p, v) -> p.manufacturer = v),
                text(
                        ImportField.text("model", "Model", 100, "B10", "", ""),
                        p -> p.model,
                        ProductInput::model,
                        (p, v) -> p.model = v),
                text(
                        ImportField.text("manufacturerPartNumber", "Part number", 100, "", "", ""),
                        p -> p.manufacturerPartNumber,
                        ProductInput::manufacturerPartNumber,
                        (p, v) -> p.manufacturerPartNumber = v),
                text(
                        ImportField.text("countryOfOrigin", "Country of origin", 2, "DE", "", ""),
                        p -> p.countryOfOrigin,
                        ProductInput::countryOfOrigin,
                        (p, v) -> p.countryOfOrigin = v),
                text(
                        ImportField.text("hsCode", "Tariff number", 12, "", "", ""),
                        p -> p.hsCode,
                        ProductInput::hsCode,
                        (p, v) -> p.hsCode = v),
                decimal("weightKg", "Weight (kg)", p -> p.weightKg, ProductInput::weightKg, (p, v) -> p.weightKg = v),
                decimal("length", "Length (mm)", p -> p.length, ProductInput::length, (p, v) -> p.length = v),
                decimal("width", "Width (mm)", p -> p.width, ProductInput::width, (p, v) -> p.width = v),
                decimal("height", "Height (mm)", p -> p.height, ProductInput::height, (p, v) -> p.height = v),
                flag(
                        "isDangerousGood",
                        "Dangerous good",
                        p -> p.isDangerousGood,
                        ProductInput::isDangerousGood,
                        (p, v) -> p.isDangerousGood = v),
                text(
                        ImportField.text("dangerousGoodClass", "Dangerous good class", 20, "UN3480 9", "", ""),
                        p -> p.dangerousGoodClass,
                        ProductInput::dangerousGoodClass,
                        (p, v) -> p.dangerousGoodClass = v),
                text(
                        ImportField.text(EXTERNAL_REF, "External reference", 255, "OLD-17", "OLD-18", "OLD-19")
                                .hinting("key in another system"),
                        p -> p.externalRef,
                        ProductInput::externalRef,
                        (p, v) -> p.externalRef = v));
    }

    private static Column<Product, ProductInput, String> text(
            ImportField field,
            Function<Product, @Nullable String> of,
            Function<ProductInput, @Nullable String> from,
            BiConsumer<Product, @Nullable String> set) {
        return Column.text(field, of, from, set);
    }

    private static Column<Product, ProductInput, UUID> id(
            ImportField field,
            Function<Product, @Nullable UUID> of,
            Function<ProductInput, @Nullable UUID> from,
            BiConsumer<Product, @Nullable UUID> set) {
        return new Column<>(field, of, from, set, UUID::fromString);
    }

    private static Column<Product, ProductInput, Boolean> flag(
            String name,
            String label,
            Function<Product, @Nullable Boolean> of,
            Function<ProductInput, @Nullable Boolean> from,
            BiConsumer<Product, Boolean> set) {
        return new Column<>(
                ImportField.of(FLAG, name, label, "", "", ""),
                of,
                from,
                (product, value) -> set.accept(product, Boolean.TRUE.equals(value)),
                Boolean::valueOf);
    }

    private static Column<Product, ProductInput, BigDecimal> decimal(
            String name,
            String label,
            Function<Product, @Nullable BigDecimal> of,
            Function<ProductInput, @Nullable BigDecimal> from,
            BiConsumer<Product, @Nullable BigDecimal> set) {
        return new Column<>(ImportField.of(DECIMAL, name, label, "", "", ""), of, from, set, BigDecimal::new);
    }

    /** What a caller would send; ids are known by now. */
    static ProductInput input(Cellular cells, @Nullable Product current) {
        ProductType type = Objects.requireNonNullElse(cells.choice("type", ProductType.class), ProductType.PHYSICAL);
        return new ProductInput(
                cells.text(SKU),
                Objects.requireNonNullElse(cells.text(NAME), ""),
                cells.text("description"),
                cells.text("shortDescription"),
                cells.text(BARCODE),
                cells.value(CATEGORY, UUID.class),
                type,
                current == null ? beginning(type) : current.status,
                flagged(cells, "isSellable", true),
                flagged(cells, "isPurchasable", true),
                cells.flag("isSerialized"),
                flagged(cells, "trackInventory", type == ProductType.PHYSICAL),
                cells.flag("allowFractional"),
                cells.text("unitOfMeasure"),
                Objects.requireNonNullElse(cells.value("basePrice", BigDecimal.class), BigDecimal.ZERO),
                cells.value("costPrice", BigDecimal.class),
                cells.value("minMarginPercent", BigDecimal.class),
                cells.value("minSellPrice", BigDecimal.class),
                cells.value(TAX_CODE, UUID.class),
                cells.text("brand"),
                cells.text("manufacturer"),
                cells.text("model"),
                cells.text("manufacturerPartNumber"),
                cells.text("countryOfOrigin"),
                cells.text("hsCode"),
                cells.value("weightKg", BigDecimal.class),
                cells.value("length", BigDecimal.class),
                cells.value("width", BigDecimal.class),
                cells.value("height", BigDecimal.class),
                current == null ? DimensionUnit.MM : current.dimensionUnit,
                cells.flag("isDangerousGood"),
                cells.text("dangerousGoodClass"),
                cells.value("leadTimeDays", Integer.class),
                Objects.requireNonNullElse(cells.value("reorderPoint", BigDecimal.class), BigDecimal.ZERO),
                Objects.requireNonNullElse(cells.value("reorderQty", BigDecimal.class), BigDecimal.ZERO),
                null,
                null,
                null,
                current == null ? BundlePricing.FIXED : current.bundlePricing,
                cells.value("availableFrom", LocalDate.class),
                null,
                null,
                null,
                cells.text(EXTERNAL_REF),
                null,
                null,
                null);
    }

    private static ProductStatus beginning(ProductType type) {
        return type == ProductType.BUNDLE ? ProductStatus.DRAFT : ProductStatus.ACTIVE;
    }

    private static Boolean flagged(Cellular cells, String name, boolean otherwise) {
        return Objects.requireNonNullElse(cells.value(name, Boolean.class), otherwise);
    }
}
