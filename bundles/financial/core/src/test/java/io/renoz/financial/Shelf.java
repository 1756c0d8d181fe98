package io.renoz.financial;

import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Nothing is sold here. */
public final class Shelf implements ProductCatalog {

    @Override
    public Optional<ProductSummary> find(UUID productId) {
        return Optional.empty();
    }

    @Override
    public Map<UUID, ProductSummary> findAll(Collection<UUID> productIds) {
        return Map.of();
    }

    @Override
    public Optional<ProductSummary> findBySku(String sku) {
        return Optional.empty();
    }

    @Override
    public Optional<ProductSummary> findByBarcode(String barcode) {
        return Optional.empty();
    }

    @Override
    public ProductSummary requireSellable(UUID productId) {
        throw Problem.notFound("product");
    }

    @Override
    public Map<UUID, Problem> unsellable(Collection<UUID> productIds) {
        return Map.of();
    }

    @Override
    public ProductSummary requirePurchasable(UUID productId) {
        throw Problem.notFound("product");
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
        return List.of();
    }
}
