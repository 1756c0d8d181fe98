package io.renoz.inventory;

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
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The products of a test: rows of the table, and answers from memory. */
public final class Catalog implements ProductCatalog {

    private final Organization organization;
    private final Map<UUID, ProductSummary> products = new ConcurrentHashMap<>();
    public final Map<UUID, List<UUID>> categories = new ConcurrentHashMap<>();
    private final UUID taxCode = Ids.next();

    Catalog(Organization organization) {
        this.organization = organization;
        organization.sql(
                "products", "insert into products.tax_codes (id, code, name) values (?, 'GST', 'GST')", taxCode);
    }

    /** A category with one below it; the two of them. */
    public List<UUID> category() {
        UUID above = Ids.next();
        UUID below = Ids.next();
        for (UUID id : List.of(above, below)) {
            organization.sql(
                    "products",
                    "insert into products.categories (id, name, slug) values (?, ?, ?)",
                    id,
                    "C" + id,
                    "C" + id);
        }
        categories.put(above, List.of(above, below));
        return List.of(above, below);
    }

    /** A product that is counted in pieces. */
    public UUID pieces() {
        return add(false, false, true, null, "0");
    }

    /** One of whose units each has a serial number. */
    public UUID serialized() {
        return add(true, false, true, null, "0");
    }

    /** One that is measured. */
    public UUID divisible() {
        return add(false, true, true, null, "0");
    }

    /** One of which no stock is kept. */
    public UUID untracked() {
        return add(false, false, false, null, "0");
    }

    public UUID add(
            boolean serialized, boolean fractional, boolean tracked, @Nullable UUID category, String reorderPoint) {
        UUID id = Ids.next();
        String sku = "P-" + id.toString().substring(24);
        organization.sql(
                "products",
                "insert into products.products (id, sku, name, tax_code_id, is_serialized, allow_fractional, track_inventory)"
                        + " values (?, ?, 'A thing', ?, ?, ?, ?)",
                id,
                sku,
                taxCode,
                serialized,
                fractional,
                tracked);
        products.put(
                id,
                new ProductSummary(
                        id,
                        sku,
                        "A thing",
                        null,
                        null,
                        category,
                        ProductType.PHYSICAL,
                        ProductStatus.ACTIVE,
                        "each",
                        true,
                        true,
                        serialized,
                        tracked,
                        fractional,
                        BigDecimal.TEN,
                        null,
                        taxCode,
                        TaxType.GST,
                        BigDecimal.TEN,
                        null,
                        false,
                        null,
                        null,
                        null,
                        7,
                        new BigDecimal(reorderPoint),
                        BigDecimal.ZERO,
                        null,
                        null,
                        null,
                        null));
        return id;
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
        return products.values().stream().filter(p -> p.sku().equals(sku)).findFirst();
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
        return requireSellable(productId);
    }

    @Override
    public Map<UUID, Problem> unpurchasable(Collection<UUID> productIds) {
        return Map.of();
    }

    @Override
    public int countsByCategory(UUID categoryId) {
        return 0;
    }

    @Override
    public Collection<UUID> categoriesBelow(UUID categoryId) {
        return categories.getOrDefault(categoryId, List.of(categoryId));
    }
}
