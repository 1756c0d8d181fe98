package io.renoz.products.product;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.price.PriceLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes products, changes them and takes them away, whoever asks for it. */
@Component(service = Products.class)
public final class Products {

    private final Tables tables;
    private final Rows<Product, ProductInput, ProductView> rows;
    private final Skus skus;
    private final ProductRules rules;
    private final Elsewhere elsewhere;
    private final Uses uses;
    private final PriceLog prices;

    @Activate
    public Products(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference ProductRows rows,
            @Reference Skus skus,
            @Reference ProductRules rules,
            @Reference Elsewhere elsewhere,
            @Reference Uses uses,
            @Reference PriceLog prices) {
        this.tables = tables;
        this.rows = rows.rows();
        this.skus = skus;
        this.rules = rules;
        this.elsewhere = elsewhere;
        this.uses = uses;
        this.prices = prices;
    }

    /** All of them, or none. */
    List<ProductView> create(List<ProductInput> inputs) {
        inputs.forEach(ProductRules::requireBeginning);
        List<String> brought =
                inputs.stream().map(ProductInput::sku).filter(Objects::nonNull).toList();
        skus.requireFree(brought);
        Iterator<String> numbers =
                skus.next(inputs.size() - brought.size(), brought).iterator();
        ProductRules.Pass pass = rules.pass(inputs);
        var made = new ArrayList<Product>(inputs.size());
        List<ProductView> views = rows.createAll(inputs, (product, input) -> {
            product.sku = product.sku == null ? numbers.next() : product.sku;
            pass.complete(product);
            requireSuccessor(product);
            made.add(product);
        });
        elsewhere.check(made);
        return views;
    }

    ProductView update(UUID id, Patch<ProductInput> patch) {
        hold(List.of(id));
        return Locks.unflushed(
                tables, () -> rows.update(id, patch, (product, input) -> amend(product, rules.pass(List.of(input)))));
    }

    /** What a change has to keep to; the row is locked. */
    void amend(Product product, ProductRules.Pass pass) {
        Product.Stored before = Objects.requireNonNull(product.stored());
        if (product.sku == null) {
            throw Problem.invalid("sku", "A product keeps a sku.");
        }
        if (!Skus.key(product.sku).equals(Skus.key(before.sku()))) {
            skus.requireFree(product.sku, product.id());
        }
        if (product.status != before.status()) {
            throw Problem.invalid("status", "The status is changed by products/{id}/status.");
        }
        pass.complete(product);
        requireSuccessor(product);
        elsewhere.check(List.of(product));
        if (product.changesNature()) {
            uses.requireNone(product);
        }
        prices.productChanged(product, before.basePrice(), before.costPrice());
    }

    ProductRules.Pass pass(List<ProductInput> inputs) {
        return rules.pass(inputs);
    }

    private static void requireSuccessor(Product product) {
        if (product.id().equals(product.replacedById)) {
            throw Problem.invalid("replacedById", "A product does not replace itself.");
        }
    }

    /** PRD-20: softly, and not while it is needed. */
    void delete(UUID id) {
        hold(List.of(id));
        uses.requireGone(tables.require(Product.class, id));
        rows.delete(id);
    }

    /** Takes back a product that an import made; false while anything names it. */
    boolean withdraw(Product product) {
        try {
            uses.requireNone(product);
            uses.requireGone(product);
        } catch (Problem inUse) {
            if (!inUse.slug().equals("product-in-use")) {
                throw inUse;
            }
            return false;
        }
        tables.remove(product);
        return true;
    }

    /** After an import gave a product back what it was. */
    void restored(Product product) {
        Product.Stored imported = Objects.requireNonNull(product.stored());
        prices.productChanged(product, imported.basePrice(), imported.costPrice());
    }

    private void hold(Collection<UUID> ids) {
        Locks.products(tables, ids);
    }

    /** Those of the products that are there, by id, locked in the order of their ids until the end of the transaction. */
    Map<UUID, Product> lock(Collection<UUID> ids) {
        hold(ids);
        return ids.isEmpty()
                ? Map.of()
                : tables.entities()
                        .createQuery(
                                "select p from Product p where p.id in :ids and p.deletedAt is null", Product.class)
                        .setParameter("ids", ids.stream().distinct().toList())
                        .setFlushMode(FlushModeType.COMMIT)
                        .getResultStream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** The problem {@code not-found} with the member {@code productId}. */
    public static Problem missing(UUID id) {
        return Problem.notFound("product").with("productId", id);
    }
}
