package io.renoz.suppliers;

import io.renoz.problem.Problem;
import io.renoz.products.api.ProductCatalog;
import io.renoz.products.api.ProductSummary;
import io.renoz.suppliers.api.SupplierDirectory;
import io.renoz.suppliers.api.SupplierSummary;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks up the suppliers and products that inputs name, for all of them at once. */
@Component(service = References.class)
public final class References {

    private static final int AT_ONCE = 1000;

    private final SupplierDirectory suppliers;
    private final ProductCatalog products;

    @Activate
    public References(@Reference SupplierDirectory suppliers, @Reference ProductCatalog products) {
        this.suppliers = suppliers;
        this.products = products;
    }

    public Map<UUID, SupplierSummary> suppliers(Collection<UUID> ids) {
        return all(ids, suppliers::findAll);
    }

    public Map<UUID, ProductSummary> products(Collection<UUID> ids) {
        return all(ids, products::findAll);
    }

    private static <T> Map<UUID, T> all(Collection<UUID> ids, Function<List<UUID>, Map<UUID, T>> find) {
        List<UUID> wanted = ids.stream().distinct().toList();
        var found = new HashMap<UUID, T>();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            found.putAll(find.apply(wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE))));
        }
        return found;
    }

    /**
     * One of those that were looked up.
     *
     * @param field that names it
     * @throws Problem {@code validation-failed} when there is none
     */
    public static <T> T require(Map<UUID, T> found, UUID id, String field) {
        T known = found.get(id);
        if (known == null) {
            throw Problem.invalid(field, "There is no such record.");
        }
        return known;
    }
}
