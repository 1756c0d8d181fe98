package io.renoz.products.product;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductStatus;
import io.renoz.products.api.ProductSummary;
import io.renoz.products.category.CategoryRows;
import io.renoz.products.tax.TaxCode;
import io.renoz.settings.api.OrganizationDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products as other modules meet them. */
@Component(service = {ProductCatalog.class, Catalog.class})
public final class Catalog implements ProductCatalog {

    private static final int CONFLICT = 409;

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final CategoryRows categories;
    private final Skus skus;
    private final Stock stock;
    private final Clock clock;

    @Activate
    public Catalog(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference CategoryRows categories,
            @Reference Skus skus,
            @Reference Stock stock,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.categories = categories;
        this.skus = skus;
        this.stock = stock;
        this.clock = clock;
    }

    private LocalDate today() {
        return organizations.current().today(clock);
    }

    @Override
    public Optional<ProductSummary> find(UUID productId) {
        return Optional.ofNullable(findAll(List.of(productId)).get(productId));
    }

    @Override
    public Map<UUID, ProductSummary> findAll(Collection<UUID> productIds) {
        if (productIds.size() > MOST_IDS) {
            throw new IllegalArgumentException("At most " + MOST_IDS + " products at once.");
        }
        if (productIds.isEmpty()) {
            return Map.of();
        }
        LocalDate today = today();
        Map<UUID, ProductSummary> found = tables
                .entities()
                .createQuery(
                        "select p, t from Product p, TaxCode t"
                                + " where t.id = p.taxCodeId and p.id in :ids and p.deletedAt is null",
                        Object[].class)
                .setParameter("ids", productIds.stream().distinct().toList())
                .getResultList()
                .stream()
                .map(row -> ((Product) row[0]).summary((TaxCode) row[1], today))
                .collect(Collectors.toMap(ProductSummary::id, Function.identity()));
        var ordered = new LinkedHashMap<UUID, ProductSummary>();
        productIds.stream().filter(found::containsKey).forEach(id -> ordered.put(id, found.get(id)));
        return ordered;
    }

    @Override
    public Optional<ProductSummary> findBySku(String sku) {
        return Optional.ofNullable(skus.holders(List.of(sku.strip())).get(Skus.key(sku.strip())))
                .flatMap(this::find);
    }

    @Override
    public Optional<ProductSummary> findByBarcode(String barcode) {
        return tables.findBy(Product.class, "barcode", barcode.strip()).flatMap(product -> find(product.id()));
    }

    @Override
    public ProductSummary requireSellable(UUID productId) {
        return require(productId, unsellable(List.of(productId)));
    }

    @Override
    public ProductSummary requirePurchasable(UUID productId) {
        return require(productId, unpurchasable(List.of(productId)));
    }

    private ProductSummary require(UUID productId, Map<UUID, Problem> problems) {
        Problem problem = problems.get(productId);
        if (problem != null) {
            throw problem;
        }
        return find(productId).orElseThrow(() -> Products.missing(productId));
    }

    /** PRD-19. */
    @Override
    public Map<UUID, Problem> unsellable(Collection<UUID> productIds) {
        Map<UUID, ProductSummary> found = findAll(productIds);
        Set<UUID> leftovers = stock.available(found.values().stream()
                .filter(product -> product.status() == ProductStatus.DISCONTINUED)
                .map(ProductSummary::id)
                .toList());
        LocalDate today = today();
        return problems(productIds, found, "not-sellable", product -> unsold(product, leftovers, today));
    }

    private static Optional<String> unsold(ProductSummary product, Set<UUID> leftovers, LocalDate today) {
        boolean gone = product.status() == ProductStatus.DISCONTINUED && !leftovers.contains(product.id());
        if (gone || product.status() == ProductStatus.DRAFT || product.status() == ProductStatus.INACTIVE) {
            return Optional.of(Coded.of(product.status()));
        }
        if (!product.isSellable()) {
            return Optional.of("not_for_sale");
        }
        LocalDate from = product.availableFrom();
        return from != null && today.isBefore(from) ? Optional.of("not_yet_available") : Optional.empty();
    }

    @Override
    public Map<UUID, Problem> unpurchasable(Collection<UUID> productIds) {
        return problems(productIds, findAll(productIds), "not-purchasable", Catalog::unbought);
    }

    private static Optional<String> unbought(ProductSummary product) {
        if (product.status() == ProductStatus.DRAFT || product.status() == ProductStatus.DISCONTINUED) {
            return Optional.of(Coded.of(product.status()));
        }
        return product.isPurchasable() ? Optional.empty() : Optional.of("not_for_purchase");
    }

    private static Map<UUID, Problem> problems(
            Collection<UUID> ids,
            Map<UUID, ProductSummary> found,
            String slug,
            Function<ProductSummary, Optional<String>> reason) {
        var problems = new LinkedHashMap<UUID, Problem>();
        for (UUID id : ids) {
            ProductSummary product = found.get(id);
            if (product == null) {
                problems.put(id, Products.missing(id));
            } else {
                reason.apply(product).ifPresent(why -> problems.put(id, refused(slug, product, why)));
            }
        }
        return problems;
    }

    private static Problem refused(String slug, ProductSummary product, String reason) {
        String act = slug.equals("not-sellable") ? "sold" : "bought";
        Problem problem = new Problem(
                        CONFLICT,
                        slug,
                        product.name() + " (" + product.sku() + ") cannot be " + act + ": " + reason.replace('_', ' ')
                                + ".")
                .with("productId", product.id())
                .with("reason", reason);
        UUID successor = product.replacedById();
        return product.status() == ProductStatus.DISCONTINUED && successor != null
                ? problem.with("replacedById", successor)
                : problem;
    }

    @Override
    public int countsByCategory(UUID categoryId) {
        Collection<UUID> ids = categoriesBelow(categoryId);
        if (ids.isEmpty()) {
            throw Problem.notFound("category");
        }
        return tables.entities()
                .createQuery(
                        "select count(p) from Product p where p.categoryId in :ids and p.deletedAt is null", Long.class)
                .setParameter("ids", ids)
                .getSingleResult()
                .intValue();
    }

    @Override
    public Collection<UUID> categoriesBelow(UUID categoryId) {
        return categories.below(categoryId);
    }
}
