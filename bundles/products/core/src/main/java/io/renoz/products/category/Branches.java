package io.renoz.products.category;

import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PRD-12: the tree of categories as it stands. Nothing is above itself, and there are at most six levels. */
final class Branches {

    static final int MOST_LEVELS = 6;

    private final Map<UUID, @Nullable UUID> parents = new HashMap<>();
    private final Map<UUID, List<UUID>> children = new HashMap<>();

    private Branches() {}

    static Branches of(Tables tables) {
        var branches = new Branches();
        tables.entities()
                .createQuery("select c.id, c.parentId from Category c", Object[].class)
                .getResultList()
                .forEach(row -> branches.put((UUID) row[0], (UUID) row[1]));
        return branches;
    }

    private void put(UUID id, @Nullable UUID parent) {
        parents.put(id, parent);
        if (parent != null) {
            children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id);
        }
    }

    boolean has(UUID id) {
        return parents.containsKey(id);
    }

    boolean hasChildren(UUID id) {
        return children.containsKey(id);
    }

    /** The category and all below it. */
    Set<UUID> below(UUID id) {
        var found = new HashSet<UUID>();
        if (has(id)) {
            collect(id, found);
        }
        return found;
    }

    private void collect(UUID id, Set<UUID> found) {
        if (found.add(id)) {
            children.getOrDefault(id, List.of()).forEach(child -> collect(child, found));
        }
    }

    private int height(UUID id) {
        return 1
                + children.getOrDefault(id, List.of()).stream()
                        .mapToInt(this::height)
                        .max()
                        .orElse(0);
    }

    private int depth(UUID id) {
        int depth = 0;
        for (UUID at = id; at != null; at = parents.get(at)) {
            depth++;
        }
        return depth;
    }

    /** Refuses unless a new category may stand below {@code parent}, and takes it in. */
    void add(UUID id, @Nullable UUID parent) {
        if (parent != null) {
            requireThere(parent);
            requireLevels(depth(parent) + 1);
        }
        put(id, parent);
    }

    /** Refuses unless a category, with all below it, may stand below {@code parent}. */
    void requireRoom(UUID id, @Nullable UUID parent) {
        if (parent != null) {
            requireThere(parent);
            if (below(id).contains(parent)) {
                throw refused("A category cannot be above itself.");
            }
            requireLevels(depth(parent) + height(id));
        }
    }

    private void requireThere(UUID parent) {
        if (!has(parent)) {
            throw Problem.invalid("parentId", "There is no such category.");
        }
    }

    private static void requireLevels(int levels) {
        if (levels > MOST_LEVELS) {
            throw refused("Categories have at most 6 levels.");
        }
    }

    private static Problem refused(String sentence) {
        return Problem.of("invalid-hierarchy", sentence).with(List.of(new FieldError("/parentId", sentence)));
    }
}
