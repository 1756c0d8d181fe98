package io.renoz.products.bundle;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** PRD-15: which bundles are in which. Nothing is in itself, and bundles are at most four deep. */
final class Nesting {

    static final int DEEPEST = 4;

    private final Map<UUID, Set<UUID>> inside = new HashMap<>();

    /** All bundles of the organization that are in bundles or hold some: seldom many. */
    @SuppressWarnings("unchecked") // rows of two columns
    static Nesting of(Tables tables) {
        tables.flush();
        var nesting = new Nesting();
        List<Object[]> rows = tables.entities()
                .createNativeQuery("""
                        select c.bundle_product_id, c.component_product_id from products.product_bundles c
                          join products.products p
                            on p.organization_id = c.organization_id and p.id = c.component_product_id
                         where c.organization_id = ?1 and p.type = 'bundle'
                        """)
                .setParameter(1, Call.tenant())
                .getResultList();
        rows.forEach(row -> nesting.put((UUID) row[0], (UUID) row[1]));
        return nesting;
    }

    void put(UUID bundle, UUID component) {
        inside.computeIfAbsent(bundle, key -> new HashSet<>()).add(component);
    }

    /** Refuses when what was put makes a circle, or is too deep, seen from any bundle. */
    void require(UUID bundle, String pointer) {
        if (reaches(bundle, bundle, new HashSet<>())) {
            throw cycle(bundle, pointer);
        }
        int above = levelsAbove(bundle);
        if (above + depth(bundle) > DEEPEST) {
            throw Problem.of("bundle-cycle", "Bundles are at most " + DEEPEST + " deep.")
                    .with(List.of(new FieldError("/" + pointer, "Bundles are at most " + DEEPEST + " deep.")));
        }
    }

    static Problem cycle(UUID bundle, String pointer) {
        return Problem.of("bundle-cycle", "A bundle cannot hold itself.")
                .with(List.of(new FieldError("/" + pointer, "The bundle would hold itself.")))
                .with("bundleId", bundle);
    }

    private boolean reaches(UUID from, UUID wanted, Set<UUID> seen) {
        return inside.getOrDefault(from, Set.of()).stream()
                .anyMatch(next -> next.equals(wanted) || (seen.add(next) && reaches(next, wanted, seen)));
    }

    /** Levels of bundles from this one down, itself included. */
    private int depth(UUID bundle) {
        return 1
                + inside.getOrDefault(bundle, Set.of()).stream()
                        .mapToInt(this::depth)
                        .max()
                        .orElse(0);
    }

    private int levelsAbove(UUID bundle) {
        Collection<UUID> holders = new ArrayList<>();
        inside.forEach((holder, held) -> {
            if (held.contains(bundle)) {
                holders.add(holder);
            }
        });
        return holders.stream()
                .mapToInt(holder -> 1 + levelsAbove(holder))
                .max()
                .orElse(0);
    }
}
