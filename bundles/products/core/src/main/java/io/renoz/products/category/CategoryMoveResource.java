package io.renoz.products.category;

import io.renoz.data.Tables;
import io.renoz.products.Locks;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Min;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/categories/{id}/move} */
@Component
@Path("categories/{id}/move")
public final class CategoryMoveResource implements Resource {

    /**
     * Where a category goes.
     *
     * @param parentId null for the top
     * @param position among its new siblings, from 0; the last when left out
     */
    public record Move(
            @Nullable UUID parentId, @Nullable @Min(0) Integer position) {}

    private final Tables tables;
    private final CategoryRows categories;

    @Activate
    public CategoryMoveResource(
            @Reference(target = "(domain=products)") Tables tables, @Reference CategoryRows categories) {
        this.tables = tables;
        this.categories = categories;
    }

    @POST
    @Summary("Gives a category a new parent and a place among its siblings")
    @Answers("invalid-hierarchy")
    public CategoryResource.View move(@PathParam("id") UUID id, Move move) {
        Locks.hold(tables, CategoryRows.LOCK);
        return categories.rows().change(id, category -> {
            Branches.of(tables).requireRoom(id, move.parentId);
            List<Category> siblings = new ArrayList<>(siblings(move.parentId));
            siblings.remove(category);
            int last = siblings.size();
            int place = move.position == null ? last : Math.min(move.position, last);
            siblings.add(place, category);
            category.parentId = move.parentId;
            for (int i = 0; i < siblings.size(); i++) {
                siblings.get(i).sortOrder = i;
            }
            categories.tell(category, "updated");
        });
    }

    private List<Category> siblings(@Nullable UUID parent) {
        return parent == null
                ? tables.entities()
                        .createQuery(
                                "select c from Category c where c.parentId is null order by c.sortOrder, c.name",
                                Category.class)
                        .getResultList()
                : categories.childrenOf(parent);
    }
}
