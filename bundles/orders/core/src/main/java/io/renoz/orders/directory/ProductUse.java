package io.renoz.orders.directory;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.products.api.ProductReferenceHolder;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lines, templates and amendments that name a product. */
@Component
public final class ProductUse implements ProductReferenceHolder {

    private static final String COUNT = """
            select (select count(*) from orders.order_line_items where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from orders.order_template_items where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from orders.order_amendment_items where organization_id = ?1 and product_id = ?2)""";

    private final Tables tables;

    @Activate
    public ProductUse(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public int countReferences(UUID productId) {
        return ((Number) tables.entities()
                        .createNativeQuery(COUNT)
                        .setParameter(1, Call.tenant())
                        .setParameter(2, productId)
                        .getSingleResult())
                .intValue();
    }
}
