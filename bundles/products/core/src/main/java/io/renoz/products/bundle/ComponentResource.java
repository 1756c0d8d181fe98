package io.renoz.products.bundle;

import io.renoz.data.Page;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.problem.Problem;
import io.renoz.products.Texts;
import io.renoz.products.product.Product;
import io.renoz.rest.Answers;
import io.renoz.rest.PartCreates;
import io.renoz.rest.PartDeletes;
import io.renoz.rest.PartLists;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.Valid;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Positive;
import javax.validation.constraints.Size;
import javax.ws.rs.PATCH;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/products/products/{parent}/components}: what a bundle is made of, by row or all at once. */
@org.osgi.service.component.annotations.Component
@Path("products/{parent}/components")
public final class ComponentResource
        implements PartLists<ComponentResource.View>,
                PartCreates<ComponentResource.Input, ComponentResource.View>,
                PartDeletes {

    /**
     * What a caller may set.
     *
     * @param quantity in one bundle; 1 when left out
     * @param isOptional whether it comes along only when it is chosen
     */
    public record Input(
            @NotNull UUID componentProductId,
            @Positive @Digits(integer = 9, fraction = 3) BigDecimal quantity,
            boolean isOptional,
            int sortOrder) {

        public Input {
            quantity = Texts.scaled(quantity == null ? BigDecimal.ONE : quantity, 3);
        }
    }

    /** All components of a bundle, in their order. */
    public record All(@NotNull @Size(max = 200) List<@Valid @NotNull Input> components) {}

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID bundleProductId,
            UUID componentProductId,
            BigDecimal quantity,
            boolean isOptional,
            int sortOrder)
            implements Versioned {}

    private final Tables tables;
    private final Bundles bundles;
    private final Rows<Component, Input, View> components;

    @Activate
    public ComponentResource(@Reference(target = "(domain=products)") Tables tables, @Reference Bundles bundles) {
        this.tables = tables;
        this.bundles = bundles;
        components = tables.of(Component.class)
                .filter("isOptional")
                .sort("sortOrder")
                .within("bundleProductId", Product.class)
                .byName(Input.class, View.class);
    }

    @Override
    public Rows<Component, Input, View> records() {
        return components;
    }

    @Override
    @Answers({"bundle-cycle", "invalid-state"})
    public List<View> add(UUID bundleId, List<Input> inputs) {
        Product bundle = bundles.open(bundleId);
        Map<UUID, Product> products =
                bundles.products(inputs.stream().map(Input::componentProductId).toList());
        Nesting nesting = Nesting.of(tables);
        List<View> added = components
                .within(bundleId)
                .createAll(inputs, (component, input) -> bundles.check(component, products, nesting, ""));
        bundles.changed(bundle);
        return added;
    }

    @PATCH
    @Path("{id}")
    @Answers({"bundle-cycle", "invalid-state"})
    @Summary("Changes a component")
    public View update(@PathParam("parent") UUID bundleId, @PathParam("id") UUID id, Patch<Input> patch) {
        components.within(bundleId).get(id);
        Product bundle = bundles.open(bundleId);
        View view = components.within(bundleId).update(id, patch, (component, input) -> {
            if (component.changedProduct()) {
                throw Problem.invalid("componentProductId", "A component stays the product it is.");
            }
            bundles.check(component, bundles.products(List.of(component.componentProductId)), new Nesting(), "");
        });
        bundles.changed(bundle);
        return view;
    }

    @PUT
    @Answers({"bundle-cycle", "validation-failed", "invalid-state"})
    @Summary("Replaces the components of a bundle")
    public Page<View> put(@PathParam("parent") UUID bundleId, All all) {
        Product bundle = bundles.open(bundleId);
        List<Component> before = new ArrayList<>(bundles.of(bundleId));
        Map<UUID, Product> products = bundles.products(
                all.components.stream().map(Input::componentProductId).toList());
        var after = new ArrayList<Component>();
        var seen = new HashSet<UUID>();
        for (int i = 0; i < all.components.size(); i++) {
            Input input = all.components.get(i);
            if (!seen.add(input.componentProductId)) {
                throw Problem.invalid("components/" + i + "/componentProductId", "It is in the list twice.");
            }
            after.add(placed(before, bundleId, input, i));
        }
        before.forEach(tables::remove);
        Nesting nesting = Nesting.of(tables);
        for (int i = 0; i < after.size(); i++) {
            bundles.check(after.get(i), products, nesting, "components/" + i + "/");
        }
        after.forEach(tables::add);
        bundles.changed(bundle);
        return Page.of(after.stream().map(components::view).toList());
    }

    /** The row of a product that stays, taken out of those that were; else a new one. */
    private static Component placed(List<Component> before, UUID bundleId, Input input, int place) {
        Component component = before.stream()
                .filter(row -> row.componentProductId.equals(input.componentProductId))
                .findFirst()
                .orElseGet(() -> new Component(bundleId, input.componentProductId));
        before.remove(component);
        if (component.quantity.compareTo(input.quantity) != 0 || component.quantity.scale() < input.quantity.scale()) {
            component.quantity = input.quantity;
        }
        component.isOptional = input.isOptional;
        component.sortOrder = place;
        return component;
    }

    @Override
    @Answers("invalid-state")
    public void delete(UUID bundleId, UUID id) {
        components.within(bundleId).get(id);
        Product bundle = bundles.open(bundleId);
        components.within(bundleId).delete(id);
        bundles.changed(bundle);
    }
}
