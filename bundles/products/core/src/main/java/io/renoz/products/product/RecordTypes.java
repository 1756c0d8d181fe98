package io.renoz.products.product;

import io.renoz.data.Tables;
import io.renoz.products.category.Category;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of records of this module that others can hang things on. */
@Component
public final class RecordTypes implements EntityTypeProvider {

    public static final String PRODUCT = "product";

    private static final String MODULE = "products";
    private static final String CATEGORY = "product_category";
    private static final String PATH = "/api/v1/products/";

    private final Tables tables;

    @Activate
    public RecordTypes(@Reference(target = "(domain=products)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                EntityType.of(MODULE, PRODUCT, "Product", PATH + "products/{id}"),
                EntityType.of(MODULE, CATEGORY, "Product category", PATH + "categories/{id}"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return switch (type) {
            case PRODUCT ->
                tables.find(Product.class, id).map(product -> EntityLabel.numbered(product.name, product.sku));
            case CATEGORY -> tables.find(Category.class, id).map(category -> EntityLabel.named(category.name()));
            default -> Optional.empty();
        };
    }
}
