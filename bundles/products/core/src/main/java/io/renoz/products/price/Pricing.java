package io.renoz.products.price;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.api.PriceRequest;
import io.renoz.products.api.PriceResolver;
import io.renoz.products.api.ResolvedPrice;
import io.renoz.products.bundle.Contents;
import io.renoz.products.product.Product;
import io.renoz.products.product.Products;
import io.renoz.products.tax.TaxCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-03: prices as other modules meet them: one query a table, however many are asked for. */
@Component(service = {PriceResolver.class, Pricing.class})
public final class Pricing implements PriceResolver {

    private final Tables tables;

    @Activate
    public Pricing(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public ResolvedPrice resolve(UUID productId, @Nullable UUID customerId, BigDecimal quantity, LocalDate day) {
        return resolveAll(List.of(new PriceRequest(productId, customerId, quantity, day)))
                .get(0);
    }

    @Override
    public List<ResolvedPrice> resolveAll(List<PriceRequest> requests) {
        PriceBook book = book(requests, false);
        return requests.stream()
                .map(request -> book.answer(question(request, book)))
                .toList();
    }

    static Question question(PriceRequest request, PriceBook book) {
        Product product = book.products().get(request.productId());
        if (product == null) {
            throw Products.missing(request.productId());
        }
        if (request.quantity().signum() <= 0) {
            throw Problem.invalid("quantity", "The quantity is above 0.");
        }
        return new Question(product, request.customerId(), request.quantity(), request.day(), request.options());
    }

    /**
     * All that the answers need.
     *
     * @param parts whether components are wanted of every bundle, not just of those priced by them
     */
    PriceBook book(List<PriceRequest> requests, boolean parts) {
        var products = new HashMap<UUID, Product>();
        var taxCodes = new HashMap<UUID, TaxCode>();
        read(requests.stream().map(PriceRequest::productId).distinct().toList(), products, taxCodes);
        Contents contents = Contents.of(
                tables,
                products.values().stream()
                        .filter(product -> product.bundle() && (parts || product.pricedByComponents()))
                        .map(Product::id)
                        .toList());
        read(
                contents.products().stream()
                        .filter(id -> !products.containsKey(id))
                        .toList(),
                products,
                taxCodes);
        List<UUID> customers = requests.stream()
                .map(PriceRequest::customerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new PriceBook(
                products, taxCodes, contents, customerPrices(customers, products.keySet()), tiers(products.keySet()));
    }

    private void read(List<UUID> ids, Map<UUID, Product> products, Map<UUID, TaxCode> taxCodes) {
        if (ids.isEmpty()) {
            return;
        }
        tables.entities()
                .createQuery(
                        "select p, t from Product p, TaxCode t"
                                + " where t.id = p.taxCodeId and p.id in :ids and p.deletedAt is null",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> {
                    Product product = (Product) row[0];
                    TaxCode tax = (TaxCode) row[1];
                    products.put(product.id(), product);
                    taxCodes.put(tax.id(), tax);
                });
    }

    private List<CustomerPrice> customerPrices(Collection<UUID> customers, Collection<UUID> products) {
        return customers.isEmpty() || products.isEmpty()
                ? List.of()
                : tables.entities()
                        .createQuery(
                                "select p from CustomerPrice p"
                                        + " where p.customerId in :customers and p.productId in :products",
                                CustomerPrice.class)
                        .setParameter("customers", customers)
                        .setParameter("products", products)
                        .getResultList();
    }

    private List<PriceTier> tiers(Collection<UUID> products) {
        return products.isEmpty()
                ? List.of()
                : tables.entities()
                        .createQuery(
                                "select t from PriceTier t where t.productId in :products and t.isActive = true",
                                PriceTier.class)
                        .setParameter("products", products)
                        .getResultList();
    }
}
