package io.renoz.products.product;

import io.renoz.data.Tables;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.products.api.ProductReferenceHolder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PRD-18, PRD-20: who needs a product as it is. */
@Component(service = Uses.class)
public final class Uses {

    private static final String STOCK = "stock";
    private static final String BUNDLES = "bundles";

    private final Tables tables;
    private final Partners partners;
    private final Stock stock;

    @Activate
    public Uses(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference Partners partners,
            @Reference Stock stock) {
        this.tables = tables;
        this.partners = partners;
        this.stock = stock;
    }

    /**
     * PRD-18: refuses while rows of any module name the product, on or off, or there is stock of it.
     *
     * @throws Problem {@code product-in-use} with the member {@code references}: counts by module
     */
    void requireNone(Product product) {
        var counts = new TreeMap<String, Object>();
        partners.deployed(ProductReferenceHolder.class).forEach(holder -> {
            int count = holder.service().countReferences(product.id());
            if (count > 0) {
                counts.merge(holder.module(), count, (one, other) -> (int) one + (int) other);
            }
        });
        putStock(product, counts);
        putComponents(product, counts);
        refuse(counts, "it stays the kind of thing it is");
    }

    /** PRD-20: refuses while there is stock of it, or a bundle that is not deleted holds it. */
    void requireGone(Product product) {
        var counts = new TreeMap<String, Object>();
        putStock(product, counts);
        long bundles = count(
                "select count(c) from Component c, Product b where b.id = c.bundleProductId and b.deletedAt is null"
                        + " and c.componentProductId = :product",
                product.id());
        if (bundles > 0) {
            counts.put(BUNDLES, bundles);
        }
        refuse(counts, "it is not deleted");
    }

    private void putStock(Product product, Map<String, Object> counts) {
        BigDecimal onHand = stock.onHand(product.id());
        if (onHand.signum() != 0) {
            counts.put(STOCK, onHand);
        }
    }

    /** A bundle keeps being one while it has components, and what bundles hold parts of keeps its fractions. */
    private void putComponents(Product product, Map<String, Object> counts) {
        Product.Stored before = product.stored();
        boolean opened = before != null && before.type() != product.type;
        boolean whole = before != null && before.allowFractional() && !product.allowFractional;
        long needed =
                opened ? count("select count(c) from Component c where c.bundleProductId = :product", product.id()) : 0;
        needed += whole
                ? count(
                        "select count(c) from Component c where c.componentProductId = :product"
                                + " and c.quantity <> cast(c.quantity integer)",
                        product.id())
                : 0;
        if (needed > 0) {
            counts.put(BUNDLES, needed);
        }
    }

    private long count(String jpql, UUID product) {
        return tables.entities()
                .createQuery(jpql, Long.class)
                .setParameter("product", product)
                .getSingleResult();
    }

    private static void refuse(Map<String, Object> counts, String what) {
        if (!counts.isEmpty()) {
            throw Problem.of(
                            "product-in-use",
                            "The product is in use (" + String.join(", ", counts.keySet()) + "): " + what + ".")
                    .with("references", counts);
        }
    }
}
