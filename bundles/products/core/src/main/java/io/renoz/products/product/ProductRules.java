package io.renoz.products.product;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.ProductSettings;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductType;
import io.renoz.products.attribute.AttributeRules;
import io.renoz.products.attribute.Given;
import io.renoz.products.category.Category;
import io.renoz.products.category.CategoryRows;
import io.renoz.products.tax.TaxCodes;
import io.renoz.settings.api.SettingsReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What holds for products whichever way they are written. What many of them share is read once. */
@Component(service = ProductRules.class)
public final class ProductRules {

    private final Tables tables;
    private final CategoryRows categories;
    private final TaxCodes taxCodes;
    private final AttributeRules attributes;
    private final SettingsReader settings;

    @Activate
    public ProductRules(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference CategoryRows categories,
            @Reference TaxCodes taxCodes,
            @Reference AttributeRules attributes,
            @Reference SettingsReader settings) {
        this.tables = tables;
        this.categories = categories;
        this.taxCodes = taxCodes;
        this.attributes = attributes;
        this.settings = settings;
    }

    /** The rules as they stand for the products of one request; for one thread. */
    final class Pass {

        private final Map<UUID, Category> known;
        private final AttributeRules.Definitions definitions;
        private @Nullable Map<UUID, String> required;
        private @Nullable UUID fallback;
        private @Nullable String unit;

        private Pass(Collection<UUID> categoryIds, Collection<UUID> attributeIds) {
            known = categories.find(categoryIds);
            definitions = attributes.definitions(attributeIds);
        }

        /** Gives a product what was left out, and refuses what cannot be. */
        void complete(Product product) {
            product.guard(Call.current());
            if (product.categoryId != null && !known.containsKey(product.categoryId)) {
                throw Problem.invalid("categoryId", "There is no such category.");
            }
            if (product.unitOfMeasure == null) {
                product.unitOfMeasure = unit();
            }
            if (product.taxCodeId == null) {
                product.taxCodeId = taxCode(product.categoryId);
            }
            if (product.attributes != null) {
                definitions.replace(product.id(), product.attributeValues, product.attributes);
                product.touch();
            }
            boolean mayLack = product.stored() != null && product.attributes == null;
            if (product.active() && !mayLack) {
                requireAttributes(product);
            }
        }

        void requireAttributes(Product product) {
            if (required == null) {
                required = attributes.required();
            }
            if (!required.isEmpty()) {
                AttributeRules.requireAll(required, product.attributeValues);
            }
        }

        private String unit() {
            if (unit == null) {
                unit = settings.getString(ProductSettings.CATEGORY, ProductSettings.DEFAULT_UNIT);
            }
            return unit;
        }

        /** PRD-11: the category's code, else the organization's. */
        private UUID taxCode(@Nullable UUID categoryId) {
            Category category = categoryId == null ? null : known.get(categoryId);
            UUID own = category == null ? null : category.defaultTaxCodeId();
            if (own != null) {
                return own;
            }
            if (fallback == null) {
                fallback = taxCodes.fallback()
                        .orElseThrow(() -> Problem.invalid(
                                "taxCodeId", "Neither the category nor the organization has a default."));
            }
            return fallback;
        }
    }

    /** For some new products. */
    Pass pass(List<ProductInput> inputs) {
        return new Pass(
                inputs.stream()
                        .map(ProductInput::categoryId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                inputs.stream()
                        .map(ProductInput::attributes)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .map(Given::attributeId)
                        .toList());
    }

    /** PRD-13 and more: refuses unless a product may become active. */
    void requireReady(Product product) {
        if (product.bundle() && components(product.id()) == 0) {
            throw Problem.invalid("status", "An active bundle has at least one component.");
        }
        pass(List.of()).requireAttributes(product);
    }

    /** A new product is a draft or active; a bundle cannot have components yet. */
    static void requireBeginning(ProductInput input) {
        boolean begins = input.status() == ProductStatus.DRAFT || input.status() == ProductStatus.ACTIVE;
        if (!begins) {
            throw Problem.invalid("status", "A new product is draft or active.");
        }
        if (input.status() == ProductStatus.ACTIVE && input.type() == ProductType.BUNDLE) {
            throw Problem.invalid("status", "A new bundle is a draft until it has components.");
        }
    }

    private long components(UUID bundle) {
        return tables.entities()
                .createQuery("select count(c) from Component c where c.bundleProductId = :bundle", Long.class)
                .setParameter("bundle", bundle)
                .getSingleResult();
    }
}
