package io.renoz.products.attribute;

import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.product.Product;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.PATCH;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{parent}/attributes}: the values of a product, by row or all at once. */
@Component
@Path("products/{parent}/attributes")
public final class ProductAttributeResource
        implements PartLists<ProductAttributeResource.View>,
                PartCreates<Given, ProductAttributeResource.View>,
                PartDeletes {

    /** All values of a product; an attribute that is left out has none afterwards. */
    public record All(@NotNull @Size(max = 200) List<@Valid @NotNull Given> attributes) {}

    /** What a caller sees: one of the values is there. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID productId,
            UUID attributeId,
            @Nullable UUID choiceId,
            @Nullable String textValue,
            @Nullable BigDecimal numberValue,
            @Nullable Boolean booleanValue,
            @Nullable LocalDate dateValue)
            implements Versioned {}

    private final Tables tables;
    private final AttributeRules rules;
    private final Rows<AttributeValue, Given, View> values;

    @Activate
    public ProductAttributeResource(
            @Reference(target = "(domain=products)") Tables tables, @Reference AttributeRules rules) {
        this.tables = tables;
        this.rules = rules;
        values = tables.of(AttributeValue.class)
                .filter("attributeId")
                .sort("createdAt")
                .within("productId", Product.class)
                .byName(Given.class, View.class);
    }

    @Override
    public Rows<AttributeValue, Given, View> records() {
        return values;
    }

    @Override
    public List<View> add(UUID productId, List<Given> inputs) {
        Product product = changed(productId);
        var definitions =
                rules.definitions(inputs.stream().map(Given::attributeId).toList());
        var present = new ArrayList<>(of(productId));
        List<View> added = values.within(productId).createAll(inputs, (value, input) -> {
            Definition definition = definitions.require(value.attributeId, "attributeId");
            value.become(one(definition, value, List.of()));
            definition.requireRoom(value, present);
            present.add(value);
        });
        product.touch();
        tables.flush();
        return added;
    }

    @PATCH
    @Path("{id}")
    @Summary("Changes a value")
    public View update(@PathParam("parent") UUID productId, @PathParam("id") UUID id, Patch<Given> patch) {
        Product product = changed(productId);
        View view = values.within(productId).update(id, patch, (value, input) -> {
            Definition definition =
                    rules.definitions(List.of(value.attributeId)).require(value.attributeId, "attributeId");
            UUID choice = value.choiceId;
            value.become(one(definition, value, choice == null ? List.of() : List.of(choice)));
        });
        product.touch();
        tables.flush();
        return view;
    }

    private static Typed one(Definition definition, AttributeValue value, List<UUID> current) {
        List<Typed> typed = definition.typed(value.asked(), "/value", current);
        if (typed.size() > 1) {
            throw Problem.invalid("value", "Each choice is a value of its own here.");
        }
        return typed.get(0);
    }

    @PUT
    @Answers("validation-failed")
    @Summary("Sets all attributes of a product at once")
    public Page<View> put(@PathParam("parent") UUID productId, All all) {
        Product product = changed(productId);
        List<AttributeValue> before = of(productId);
        var after = new ArrayList<>(before);
        rules.definitions(all.attributes.stream().map(Given::attributeId).toList())
                .replace(productId, after, all.attributes);
        if (product.active()) {
            AttributeRules.requireAll(rules.required(), after);
        }
        before.stream().filter(value -> !after.contains(value)).forEach(tables::remove);
        tables.flush();
        after.stream().filter(value -> !before.contains(value)).forEach(tables::add);
        product.touch();
        tables.flush();
        return Page.of(after.stream().map(values::view).toList());
    }

    /** PRD-13: an active product keeps what is required. */
    @Override
    public void delete(UUID productId, UUID id) {
        Product product = changed(productId);
        if (product.active()) {
            List<AttributeValue> left = of(productId).stream()
                    .filter(value -> !value.id().equals(id))
                    .toList();
            AttributeRules.requireAll(rules.required(), left);
        }
        values.within(productId).delete(id);
        product.touch();
        tables.flush();
    }

    private Product changed(UUID productId) {
        Locks.products(tables, List.of(productId));
        return tables.require(Product.class, productId);
    }

    private List<AttributeValue> of(UUID productId) {
        return tables.entities()
                .createQuery("select v from AttributeValue v where v.productId = :product", AttributeValue.class)
                .setParameter("product", productId)
                .getResultList();
    }
}
