package io.renoz.orders;

import io.renoz.data.Ids;
import io.renoz.problem.Problem;
import io.renoz.products.api.BundleComponent;
import io.renoz.products.api.BundleExpander;
import io.renoz.products.api.BundleRequest;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.PriceSource;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.api.ProductType;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.api.TaxRate;
import io.renoz.products.api.TaxRates;
import io.renoz.products.api.TaxType;
import io.renoz.testing.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to sell, with prices of its own; the rows exist in the database too, so that lines can name them. */
public final class Shelf implements ProductCatalog, PriceResolver, BundleExpander, TaxRates {

    private final Organization organization;
    private final UUID taxCode = Ids.next();
    private final Map<UUID, ProductSummary> products = new LinkedHashMap<>();
    private final Map<UUID, List<BundleComponent>> bundles = new HashMap<>();
    public final Map<UUID, BigDecimal> floors = new HashMap<>();
    public final Map<UUID, String> withdrawn = new HashMap<>();
    /** Prices by customer, then product. */
    public final Map<UUID, Map<UUID, BigDecimal>> agreed = new HashMap<>();

    private boolean stocked;

    Shelf(Organization organization) {
        this.organization = organization;
    }

    /** A thing that is kept in stock, at 10 percent tax. */
    public UUID thing(String sku, String price) {
        return add(sku, price, ProductType.PHYSICAL, TaxType.GST, false, true, false);
    }

    /** The same with serial numbers. */
    public UUID serialized(String sku, String price) {
        return add(sku, price, ProductType.PHYSICAL, TaxType.GST, true, true, false);
    }

    public UUID taxFree(String sku, String price) {
        return add(sku, price, ProductType.PHYSICAL, TaxType.GST_FREE, false, true, false);
    }

    /** Labour, by fractions of an hour. */
    public UUID labour(String sku, String price) {
        return add(sku, price, ProductType.SERVICE, TaxType.GST, false, false, true);
    }

    public UUID bundle(String sku, String price, BundleComponent... components) {
        UUID id = add(sku, price, ProductType.BUNDLE, TaxType.GST, false, false, false);
        bundles.put(id, List.of(components));
        return id;
    }

    private UUID add(
            String sku, String price, ProductType type, TaxType tax, boolean serial, boolean tracked, boolean parts) {
        if (!stocked) {
            organization.sql(
                    "products",
                    "insert into products.tax_codes (id, code, name, rate) values (?, 'GST', 'GST', 10)",
                    taxCode);
            stocked = true;
        }
        UUID id = Ids.next();
        organization.sql(
                "products",
                "insert into products.products (id, sku, name, tax_code_id) values (?, ?, ?, ?)",
                id,
                sku,
                sku,
                taxCode);
        products.put(id, summary(id, sku, new BigDecimal(price), type, tax, serial, tracked, parts));
        return id;
    }

    private ProductSummary summary(
            UUID id,
            String sku,
            BigDecimal price,
            ProductType type,
            TaxType tax,
            boolean serial,
            boolean tracked,
            boolean parts) {
        return new ProductSummary(
                id,
                sku,
                "The " + sku,
                null,
                null,
                null,
                type,
                ProductStatus.ACTIVE,
                "each",
                true,
                true,
                serial,
                tracked,
                parts,
                price,
                price.multiply(new BigDecimal("0.60")).setScale(2, java.math.RoundingMode.HALF_UP),
                taxCode,
                tax,
                tax == TaxType.GST ? BigDecimal.TEN : BigDecimal.ZERO,
                null,
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
                null);
    }

    @Override
    public Optional<ProductSummary> find(UUID productId) {
        return Optional.ofNullable(products.get(productId));
    }

    @Override
    public Map<UUID, ProductSummary> findAll(Collection<UUID> productIds) {
        var found = new HashMap<UUID, ProductSummary>();
        productIds.forEach(id -> find(id).ifPresent(product -> found.put(id, product)));
        return found;
    }

    @Override
    public Optional<ProductSummary> findBySku(String sku) {
        return products.values().stream()
                .filter(one -> one.sku().equalsIgnoreCase(sku))
                .findFirst();
    }

    @Override
    public Optional<ProductSummary> findByBarcode(String barcode) {
        return Optional.empty();
    }

    @Override
    public ProductSummary requireSellable(UUID productId) {
        unsellable(List.of(productId)).values().forEach(refused -> {
            throw refused;
        });
        return known(productId);
    }

    private ProductSummary known(UUID productId) {
        return Objects.requireNonNull(products.get(productId));
    }

    @Override
    public Map<UUID, Problem> unsellable(Collection<UUID> productIds) {
        var refused = new HashMap<UUID, Problem>();
        productIds.stream()
                .filter(withdrawn::containsKey)
                .forEach(id -> refused.put(
                        id,
                        Problem.of("not-sellable", "It is not sold.")
                                .with("productId", id)
                                .with("reason", String.valueOf(withdrawn.get(id)))));
        return refused;
    }

    @Override
    public ProductSummary requirePurchasable(UUID productId) {
        return known(productId);
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

    @Override
    public ResolvedPrice resolve(UUID productId, @Nullable UUID customerId, BigDecimal quantity, LocalDate day) {
        ProductSummary product = known(productId);
        BigDecimal special = customerId == null
                ? null
                : agreed.getOrDefault(customerId, Map.of()).get(productId);
        return new ResolvedPrice(
                productId,
                quantity,
                product.basePrice(),
                special == null ? product.basePrice() : special,
                null,
                special == null ? PriceSource.BASE : PriceSource.CUSTOMER_PRICE,
                null,
                floors.get(productId),
                product.costPrice(),
                taxCode,
                product.taxType(),
                product.taxRate());
    }

    @Override
    public List<ResolvedPrice> resolveAll(List<PriceRequest> requests) {
        return requests.stream()
                .map(one -> resolve(one.productId(), one.customerId(), one.quantity(), one.day()))
                .toList();
    }

    @Override
    public List<BundleComponent> expand(UUID productId, BigDecimal quantity, Set<UUID> options) {
        var all = new ArrayList<BundleComponent>();
        bundles.getOrDefault(productId, List.of(new BundleComponent(productId, BigDecimal.ONE)))
                .forEach(one -> all.add(
                        new BundleComponent(one.productId(), one.quantity().multiply(quantity))));
        return all;
    }

    @Override
    public List<List<BundleComponent>> expandAll(List<BundleRequest> requests) {
        return requests.stream()
                .map(one -> expand(one.productId(), one.quantity(), one.options()))
                .toList();
    }

    @Override
    public TaxRate rateOn(UUID taxCodeId, LocalDate day) {
        return new TaxRate(taxCodeId, "GST", "GST", TaxType.GST, BigDecimal.TEN.setScale(2));
    }

    @Override
    public Map<UUID, TaxRate> ratesOn(Collection<UUID> taxCodeIds, LocalDate day) {
        return Map.of();
    }

    @Override
    public TaxRate defaultOn(LocalDate day) {
        return rateOn(taxCode, day);
    }

    @Override
    public TaxRate forType(TaxType type, LocalDate day) {
        return rateOn(taxCode, day);
    }
}
