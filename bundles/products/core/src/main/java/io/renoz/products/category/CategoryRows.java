package io.renoz.products.category;

import io.renoz.data.Call;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Categories as a collection, and what others of the module ask of them. */
@Component(service = CategoryRows.class)
public final class CategoryRows {

    /** Of the tree as a whole: two who change it at once could close a circle. */
    static final String LOCK = "categories";

    private final Tables tables;
    private final EventPublisher events;
    private final Rows<Category, CategoryResource.Input, CategoryResource.View> rows;

    @Activate
    public CategoryRows(@Reference(target = "(domain=products)") Tables tables, @Reference EventPublisher events) {
        this.tables = tables;
        this.events = events;
        rows = tables.of(Category.class)
                .filter("parentId", "isActive")
                .search("name")
                .sort("sortOrder", "name")
                .byName(CategoryResource.Input.class, CategoryResource.View.class);
    }

    Rows<Category, CategoryResource.Input, CategoryResource.View> rows() {
        return rows;
    }

    /** Those of the categories that are there, in one query. */
    public Map<UUID, Category> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : tables
                        .entities()
                        .createQuery("select c from Category c where c.id in :ids", Category.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Category::id, Function.identity()));
    }

    /** The category and all below it; empty when there is none. */
    public Set<UUID> below(UUID id) {
        return Branches.of(tables).below(id);
    }

    /** Slugs that are taken. */
    Set<String> slugs() {
        return new HashSet<>(tables.entities()
                .createQuery("select c.slug from Category c", String.class)
                .getResultList());
    }

    List<Category> childrenOf(UUID id) {
        return tables.entities()
                .createQuery(
                        "select c from Category c where c.parentId = :id order by c.sortOrder, c.name", Category.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Products that were deleted keep no category from going. */
    void releaseDeleted(UUID id) {
        tables.entities()
                .createNativeQuery("update products.products set category_id = null"
                        + " where organization_id = ?1 and category_id = ?2 and deleted_at is not null")
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .executeUpdate();
    }

    void tell(Category category, String change) {
        events.publish(new DomainEvent(
                "products.category.changed",
                "product_category",
                category.id(),
                Map.of("change", change, "name", category.name)));
    }
}
