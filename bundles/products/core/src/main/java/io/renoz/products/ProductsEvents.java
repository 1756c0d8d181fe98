package io.renoz.products;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records. */
@Component
public final class ProductsEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";

    @Override
    public List<EventType> list() {
        return List.of(
                new EventType(
                        "products.product.status-changed",
                        "A product moved along its life cycle.",
                        Map.of("from", "active", "to", "discontinued", "sku", "P000001")),
                new EventType(
                        "products.price.changed",
                        "A price of a product changed.",
                        Map.of("changes", List.of("base_price", "tier_updated"))),
                new EventType(
                        "products.category.changed",
                        "A category was made, changed or deleted.",
                        Map.of("change", "updated", "name", "Batteries")),
                new EventType(
                        "products.tax-code.changed",
                        "A tax code was made, changed or deleted.",
                        Map.of("change", "updated", "code", "GST", "rate", 10)),
                new EventType(
                        "products.bundle.changed",
                        "What a bundle is made of changed.",
                        Map.of("components", List.of(ID))));
    }
}
