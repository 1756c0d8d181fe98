package io.renoz.products.category;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.Texts;
import io.renoz.rest.Answers;
import io.renoz.rest.Creates;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import io.renoz.rest.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.DELETE;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/categories} */
@Component
@Path("categories")
public final class CategoryResource
        implements Reads<CategoryResource.View>,
                Creates<CategoryResource.Input, CategoryResource.View>,
                Updates<CategoryResource.Input, CategoryResource.View> {

    /** What a caller may set; the slug follows the name. */
    public record Input(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 2000) String description,
            @Nullable UUID parentId,
            int sortOrder,
            Boolean isActive,
            @Nullable UUID defaultTaxCodeId) {

        public Input {
            name = Texts.plain(name);
            isActive = isActive == null || isActive;
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String name,
            String slug,
            @Nullable String description,
            @Nullable UUID parentId,
            int sortOrder,
            Boolean isActive,
            @Nullable UUID defaultTaxCodeId)
            implements Versioned {}

    private final Tables tables;
    private final CategoryRows categories;
    private final Reassignment reassignment;

    @Activate
    public CategoryResource(
            @Reference(target = "(domain=products)") Tables tables,
            @Reference CategoryRows categories,
            @Reference Reassignment reassignment) {
        this.tables = tables;
        this.categories = categories;
        this.reassignment = reassignment;
    }

    @Override
    public Rows<Category, Input, View> records() {
        return categories.rows();
    }

    @Override
    @Answers("invalid-hierarchy")
    public List<View> add(List<Input> inputs) {
        Locks.hold(tables, CategoryRows.LOCK);
        Branches branches = Branches.of(tables);
        Set<String> slugs = categories.slugs();
        return categories.rows().createAll(inputs, (category, input) -> {
            branches.add(category.id(), category.parentId);
            category.slug = Slugs.of(category.name, slugs);
            slugs.add(category.slug);
            categories.tell(category, "created");
        });
    }

    @Override
    @Answers("invalid-hierarchy")
    public View update(UUID id, Patch<Input> patch) {
        Locks.hold(tables, CategoryRows.LOCK);
        Branches branches = Branches.of(tables);
        Set<String> slugs = categories.slugs();
        return categories.rows().update(id, patch, (category, input) -> {
            if (category.moved()) {
                branches.requireRoom(id, category.parentId);
            }
            if (category.renamed()) {
                slugs.remove(category.slug);
                category.slug = Slugs.of(category.name, slugs);
            }
            categories.tell(category, "updated");
        });
    }

    /** PRD-12: a category that holds anything goes only when another one takes that over. */
    @DELETE
    @Path("{id}")
    @Answers({"reference-in-use", "invalid-hierarchy"})
    @Summary("Deletes a category; reassignTo names one that takes over its products and sub-categories")
    public void delete(@PathParam("id") UUID id, @QueryParam("reassignTo") @Nullable UUID reassignTo) {
        Locks.hold(tables, CategoryRows.LOCK);
        Category category = tables.require(Category.class, id);
        if (reassignTo != null) {
            reassignment.handOver(id, reassignTo);
        } else if (reassignment.holdsAnything(id)) {
            throw Problem.of("reference-in-use", "The category has products or sub-categories; see reassignTo.");
        }
        categories.releaseDeleted(id);
        categories.rows().delete(id);
        categories.tell(category, "deleted");
    }
}
