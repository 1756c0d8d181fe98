package io.renoz.products.relation;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.products.Texts;
import io.renoz.products.product.Product;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.PATCH;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{parent}/relations} */
@Component
@Path("products/{parent}/relations")
public final class RelationResource
        implements PartLists<RelationResource.View>,
                PartCreates<RelationResource.Input, RelationResource.View>,
                PartDeletes {

    /** What a caller may set. */
    public record Input(
            @NotNull UUID relatedProductId,
            @NotNull RelationType relationType,
            int sortOrder,
            Boolean isActive,
            @Nullable @Size(max = 255) String notes) {

        public Input {
            isActive = isActive == null || isActive;
            notes = Texts.plain(notes);
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            UUID relatedProductId,
            RelationType relationType,
            int sortOrder,
            Boolean isActive,
            @Nullable String notes)
            implements Versioned {}

    private final Tables tables;
    private final Rows<Relation, Input, View> relations;

    @Activate
    public RelationResource(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
        relations = tables.of(Relation.class)
                .filter("relationType", "isActive")
                .sort("sortOrder")
                .within("productId", Product.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Relation, Input, View> records() {
        return relations;
    }

    @Override
    public List<View> add(UUID productId, List<Input> inputs) {
        check(productId, inputs.stream().map(Input::relatedProductId).collect(Collectors.toSet()));
        return relations.within(productId).createAll(inputs);
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes a relation")
    public View update(@PathParam("parent") UUID productId, @PathParam("id") UUID id, Patch<Input> patch) {
        return relations
                .within(productId)
                .update(id, patch, (relation, input) -> check(productId, Set.of(relation.relatedProductId)));
    }

    private void check(UUID productId, Set<UUID> related) {
        if (related.contains(productId)) {
            throw Problem.invalid("relatedProductId", "A product does not go with itself.");
        }
        Long found = tables.entities()
                .createQuery("select count(p) from Product p where p.id in :ids and p.deletedAt is null", Long.class)
                .setParameter("ids", related)
                .getSingleResult();
        if (found < related.size()) {
            throw Problem.invalid("relatedProductId", "There is no such product.");
        }
    }
}
