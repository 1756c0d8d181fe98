package io.renoz.products.category;

import io.renoz.data.Tables;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/categories/tree} */
@Component
@Path("categories/tree")
public final class CategoryTreeResource implements Resource {

    /** All of it; the categories at the top in their order. */
    public record Tree(List<Node> items) {}

    /**
     * A category with those below it.
     *
     * @param products in this category itself
     * @param productsBelow in it and all below it
     */
    public record Node(
            UUID id,
            String name,
            String slug,
            int sortOrder,
            boolean isActive,
            int products,
            int productsBelow,
            List<Node> children) {}

    private final Tables tables;

    @Activate
    public CategoryTreeResource(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
    }

    @GET
    @Summary("The whole tree with counts of products")
    public Tree get() {
        var children = new HashMap<@Nullable UUID, List<Category>>();
        tables.entities()
                .createQuery("select c from Category c order by c.sortOrder, c.name", Category.class)
                .getResultList()
                .forEach(category -> children.computeIfAbsent(category.parentId, key -> new ArrayList<>())
                        .add(category));
        Map<UUID, Integer> counts = new HashMap<>();
        tables.entities()
                .createQuery(
                        "select p.categoryId, count(p) from Product p"
                                + " where p.categoryId is not null and p.deletedAt is null group by p.categoryId",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put((UUID) row[0], ((Number) row[1]).intValue()));
        return new Tree(nodes(null, children, counts));
    }

    private static List<Node> nodes(
            @Nullable UUID parent, Map<@Nullable UUID, List<Category>> children, Map<UUID, Integer> counts) {
        return children.getOrDefault(parent, List.of()).stream()
                .map(category -> {
                    List<Node> below = nodes(category.id(), children, counts);
                    int own = counts.getOrDefault(category.id(), 0);
                    return new Node(
                            category.id(),
                            category.name,
                            category.slug,
                            category.sortOrder,
                            category.isActive,
                            own,
                            own + below.stream().mapToInt(Node::productsBelow).sum(),
                            below);
                })
                .toList();
    }
}
