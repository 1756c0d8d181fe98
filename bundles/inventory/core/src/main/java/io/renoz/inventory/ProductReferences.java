package io.renoz.inventory;

import io.renoz.data.Tables;
import io.renoz.products.api.ProductReferenceHolder;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for the stock of products, past and present. */
@Component
public final class ProductReferences implements ProductReferenceHolder {

    private static final String PRODUCT = """
            select (select count(*) from inventory.inventory where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.stock_reservations where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.serialized_items where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.stock_transfer_items where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.inventory_alerts where organization_id = ?1 and product_id = ?2)
            """;

    private final Tables tables;

    @Activate
    public ProductReferences(@Reference(target = "(domain=inventory)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public int countReferences(UUID productId) {
        return Sql.column(tables, Number.class, PRODUCT, productId).get(0).intValue();
    }
}
