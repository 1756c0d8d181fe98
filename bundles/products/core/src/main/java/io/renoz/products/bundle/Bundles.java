package io.renoz.products.bundle;

import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.products.Locks;
import io.renoz.products.product.Product;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** PRD-15: what the components of bundles have to keep to, however they are written. */
@org.osgi.service.component.annotations.Component(service = Bundles.class)
public final class Bundles {

    private static final String LOCK = "bundles";

    private final Tables tables;
    private final EventPublisher events;

    @Activate
    public Bundles(@Reference(target = "(domain=products)") Tables tables, @Reference EventPublisher events) {
        this.tables = tables;
        this.events = events;
    }

    /** A bundle whose components are about to change; no other bundle's do until the end of the transaction. */
    Product open(UUID bundleId) {
        Locks.hold(tables, LOCK);
        Locks.products(tables, List.of(bundleId));
        Product bundle = tables.require(Product.class, bundleId);
        if (!bundle.bundle()) {
            throw Problem.of("invalid-state", "Only a product of type bundle has components.");
        }
        return bundle;
    }

    /** The products that are to be in it. */
    Map<UUID, Product> products(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : tables
                        .entities()
                        .createQuery(
                                "select p from Product p where p.id in :ids and p.deletedAt is null", Product.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(Product::id, Function.identity()));
    }

    /** Refuses a component that cannot be in the bundle, and adds it to the nesting. */
    void check(Component component, Map<UUID, Product> products, Nesting nesting, String prefix) {
        Product product = products.get(component.componentProductId);
        String pointer = prefix + "componentProductId";
        if (product == null) {
            throw Problem.invalid(pointer, "There is no such product.");
        }
        if (component.componentProductId.equals(component.bundleProductId)) {
            throw Nesting.cycle(component.bundleProductId, pointer);
        }
        if (!product.allowsFractions() && !whole(component.quantity)) {
            throw Problem.invalid(prefix + "quantity", product.name() + " comes in whole units.");
        }
        if (product.bundle()) {
            nesting.put(component.bundleProductId, component.componentProductId);
            nesting.require(component.bundleProductId, pointer);
        }
    }

    private static boolean whole(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= 0;
    }

    List<Component> of(UUID bundleId) {
        return tables.entities()
                .createQuery(
                        "select c from Component c where c.bundleProductId = :bundle order by c.sortOrder, c.id",
                        Component.class)
                .setParameter("bundle", bundleId)
                .getResultList();
    }

    /** After its components changed: the bundle's version rises, and others are told. */
    void changed(Product bundle) {
        tables.flush();
        List<Component> components = of(bundle.id());
        if (bundle.active() && components.isEmpty()) {
            throw Problem.of("invalid-state", "An active bundle has at least one component.");
        }
        bundle.touch();
        tables.flush();
        events.publish(new DomainEvent(
                "products.bundle.changed",
                "product",
                bundle.id(),
                Map.of(
                        "components",
                        components.stream()
                                .map(component -> component.componentProductId)
                                .toList())));
    }
}
