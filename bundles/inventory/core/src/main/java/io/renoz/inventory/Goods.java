package io.renoz.inventory;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products as far as their stock is concerned. */
@Component(service = Goods.class)
public final class Goods {

    private final ProductCatalog catalog;

    @Activate
    public Goods(@Reference ProductCatalog catalog) {
        this.catalog = catalog;
    }

    /** Those of the products that are there, in one query. */
    public Map<UUID, ProductSummary> find(Collection<UUID> ids) {
        var wanted = new LinkedHashSet<>(ids);
        return wanted.isEmpty() ? Map.of() : catalog.findAll(wanted);
    }

    /** Ids of a category and of all below it. */
    public Collection<UUID> categoriesBelow(UUID category) {
        return catalog.categoriesBelow(category);
    }

    /**
     * The products of some lines.
     *
     * @param list name of the list they are in
     * @throws Problem {@code validation-failed} for each that is unknown, or has no stock
     */
    public <L> Map<UUID, ProductSummary> require(String list, List<L> lines, Function<? super L, UUID> productOf) {
        Map<UUID, ProductSummary> found =
                find(lines.stream().<UUID>map(productOf).toList());
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            ProductSummary product = found.get(productOf.apply(lines.get(i)));
            if (product == null) {
                errors.add(new FieldError("/" + list + "/" + i + "/productId", "There is no such product."));
            } else if (!product.trackInventory()) {
                errors.add(new FieldError(
                        "/" + list + "/" + i + "/productId", "No stock is kept of " + product.sku() + "."));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return found;
    }

    /**
     * INV-10, INV-12: refuses a quantity that the product does not come in.
     *
     * @param field where the quantity was
     */
    public static void requireUnit(ProductSummary product, BigDecimal quantity, String field) {
        if ((product.isSerialized() || !product.allowFractional()) && !Amounts.whole(quantity)) {
            throw Problem.invalid(field, product.sku() + " comes in whole units.");
        }
    }
}
