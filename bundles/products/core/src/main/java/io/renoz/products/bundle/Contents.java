package io.renoz.products.bundle;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.products.Locks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.persistence.FlushModeType;

/** What is in some bundles, and in the bundles in them: read in one query. Immutable. */
public final class Contents {

    /** One level more than there may be, so that what is too deep shows. */
    private static final String DOWNWARDS = """
            with recursive down (bundle, component, quantity, optional, sort_order, id, level) as (
              select bundle_product_id, component_product_id, quantity, is_optional, sort_order, id, 1
                from products.product_bundles
               where organization_id = ?1 and bundle_product_id = any (cast(?2 as uuid[]))
              union
              select b.bundle_product_id, b.component_product_id, b.quantity, b.is_optional, b.sort_order, b.id,
                     down.level + 1
                from down join products.product_bundles b
                  on b.organization_id = ?1 and b.bundle_product_id = down.component
               where down.level < 5)
            select distinct bundle, component, quantity, optional, sort_order, id from down order by sort_order, id
            """;

    private final Map<UUID, List<Content>> byBundle;

    private Contents(Map<UUID, List<Content>> byBundle) {
        this.byBundle = byBundle;
    }

    @SuppressWarnings("unchecked") // rows of several columns
    public static Contents of(Tables tables, Collection<UUID> bundles) {
        var byBundle = new HashMap<UUID, List<Content>>();
        if (!bundles.isEmpty()) {
            tables.flush();
            List<Object[]> rows = tables.entities()
                    .createNativeQuery(DOWNWARDS)
                    .setParameter(1, Call.tenant())
                    .setParameter(2, Locks.array(bundles.stream().distinct()))
                    .setFlushMode(FlushModeType.COMMIT)
                    .getResultList();
            for (Object[] row : rows) {
                var content = new Content((UUID) row[0], (UUID) row[1], (BigDecimal) row[2], (Boolean) row[3]);
                byBundle.computeIfAbsent(content.bundle(), key -> new ArrayList<>())
                        .add(content);
            }
        }
        return new Contents(byBundle);
    }

    /** The components of a bundle in their order; none for what is no bundle. */
    public List<Content> of(UUID bundle) {
        return byBundle.getOrDefault(bundle, List.of());
    }

    /** The same without the optional ones that nobody chose. */
    public List<Content> of(UUID bundle, Set<UUID> options) {
        return of(bundle).stream()
                .filter(content -> !content.optional() || options.contains(content.product()))
                .toList();
    }

    /** Everything in these bundles at any depth. */
    public List<UUID> products() {
        return byBundle.values().stream()
                .flatMap(List::stream)
                .map(Content::product)
                .distinct()
                .toList();
    }
}
