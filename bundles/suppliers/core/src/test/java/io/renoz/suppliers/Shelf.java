package io.renoz.suppliers;

import io.renoz.data.Ids;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import io.renoz.products.api.TaxType;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Products of one organization: rows that keys may point at, and what products says of them. */
public final class Shelf implements ProductCatalog {

    private final Organization organization;
    private final Map<UUID, ProductSummary> products = new LinkedHashMap<>();
    private @Nullable UUID taxCode;

    public Shelf(Organization organization) {
        this.organization = organization;
    }

    /** A product that may be bought and sold. */
    public UUID put(String name) {
        return put(name, ProductStatus.ACTIVE, true, "10.00", null);
    }

    /** A product. */
    public UUID put(String name, ProductStatus status, boolean purchasable, String taxRate, @Nullable String weightKg) {
        UUID id = Ids.next();
        UUID tax = taxCode();
        organization.sql(
                "products",
                "insert into products.products (id, sku, name, tax_code_id) values (?, ?, ?, ?)",
                id,
                "SKU-" + id,
                name,
                tax);
        products.put(
                id,
                new ProductSummary(
                        id,
                        "SKU-" + id,
                        name,
                        null,
                        null,
                        null,
                        ProductType.PHYSICAL,
                        status,
                        "each",
                        true,
                        purchasable,
                        false,
                        true,
                        true,
                        new BigDecimal("20.00"),
                        null,
                        tax,
                        TaxType.GST,
                        new BigDecimal(taxRate),
                        weightKg == null ? null : new BigDecimal(weightKg),
                        false,
                        null,
                        null,
                        null,
                        null,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        null,
                        null,
                        null,
                        null));
        return id;
    }

    private UUID taxCode() {
        if (taxCode == null) {
            taxCode = Ids.next();
            organization.sql(
                    "products",
                    "insert into products.tax_codes (id, code, name, rate) values (?, 'GST', 'GST', 10)",
                    taxCode);
        }
        return taxCode;
    }

    @Override
    public Optional<ProductSummary> find(UUID productId) {
        return Optional.ofNullable(products.get(productId));
    }

    @Override
    public Map<UUID, ProductSummary> findAll(Collection<UUID> productIds) {
        var found = new LinkedHashMap<UUID, ProductSummary>();
        productIds.forEach(id -> find(id).ifPresent(product -> found.put(id, product)));
        return found;
    }

    @Override
    public Optional<ProductSummary> findBySku(String sku) {
        return products.values().stream()
                .filter(product -> product.sku().equalsIgnoreCase(sku))
                .findFirst();
    }

    @Override
    public Optional<ProductSummary> findByBarcode(String barcode) {
        return Optional.empty();
    }

    @Override
    public ProductSummary requireSellable(UUID productId) {
        return find(productId).orElseThrow(() -> Problem.notFound("product"));
    }

    @Override
    public Map<UUID, Problem> unsellable(Collection<UUID> productIds) {
        return Map.of();
    }

    @Override
    public ProductSummary requirePurchasable(UUID productId) {
        ProductSummary product = find(productId).orElseThrow(() -> Problem.notFound("product"));
        Problem fault = unpurchasable(List.of(productId)).get(productId);
        if (fault != null) {
            throw fault;
        }
        return product;
    }

    @Override
    public Map<UUID, Problem> unpurchasable(Collection<UUID> productIds) {
        var faults = new LinkedHashMap<UUID, Problem>();
        productIds.forEach(id -> find(id).filter(product -> !product.isPurchasable()
                        || (product.status() != ProductStatus.ACTIVE && product.status() != ProductStatus.INACTIVE))
                .ifPresent(product -> faults.put(
                        id,
                        Problem.of("not-purchasable", product.name() + " cannot be bought.")
                                .with("productId", id))));
        return faults;
    }

    @Override
    public int countsByCategory(UUID categoryId) {
        return 0;
    }

    @Override
    public Collection<UUID> categoriesBelow(UUID categoryId) {
        return List.of();
    }
}
