package io.renoz.products.bundle;

import io.renoz.data.Tables;
import io.renoz.products.api.BundleComponent;
import io.renoz.products.api.BundleExpander;
import io.renoz.products.api.BundleRequest;
import io.renoz.products.product.Products;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** PRD-17: bundles taken apart. */
@org.osgi.service.component.annotations.Component
public final class Expansion implements BundleExpander {

    private static final int PLACES = 3;

    private final Tables tables;

    @Activate
    public Expansion(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<BundleComponent> expand(UUID productId, BigDecimal quantity, Set<UUID> options) {
        return expandAll(List.of(new BundleRequest(productId, quantity, options)))
                .get(0);
    }

    @Override
    public List<List<BundleComponent>> expandAll(List<BundleRequest> requests) {
        List<UUID> asked =
                requests.stream().map(BundleRequest::productId).distinct().toList();
        requireAll(asked);
        Contents contents = Contents.of(tables, asked);
        return requests.stream().map(request -> leaves(request, contents)).toList();
    }

    private void requireAll(Collection<UUID> asked) {
        if (asked.isEmpty()) {
            return;
        }
        var found = new HashSet<>(tables.entities()
                .createQuery("select p.id from Product p where p.id in :ids and p.deletedAt is null", UUID.class)
                .setParameter("ids", asked)
                .getResultList());
        asked.stream().filter(id -> !found.contains(id)).findFirst().ifPresent(id -> {
            throw Products.missing(id);
        });
    }

    private static List<BundleComponent> leaves(BundleRequest request, Contents contents) {
        var sums = new LinkedHashMap<UUID, BigDecimal>();
        collect(request.productId(), request.quantity(), request.options(), contents, sums);
        return sums.entrySet().stream()
                .map(leaf -> new BundleComponent(leaf.getKey(), leaf.getValue().setScale(PLACES, RoundingMode.HALF_UP)))
                .toList();
    }

    private static void collect(
            UUID product, BigDecimal quantity, Set<UUID> options, Contents contents, Map<UUID, BigDecimal> sums) {
        if (contents.of(product).isEmpty()) {
            sums.merge(product, quantity, BigDecimal::add);
        }
        contents.of(product, options)
                .forEach(content ->
                        collect(content.product(), quantity.multiply(content.quantity()), options, contents, sums));
    }
}
