package io.renoz.inventory;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.data.Tables;
import io.renoz.products.api.ProductReferenceHolder;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for the rows that name customers and products: units that customers hold, and everything about stock. */
@Component
public final class References implements CustomerReferenceHolder, ProductReferenceHolder {

    private static final String PRODUCT = """
            select (select count(*) from inventory.inventory where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.stock_reservations where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.serialized_items where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.stock_transfer_items where organization_id = ?1 and product_id = ?2)
                 + (select count(*) from inventory.inventory_alerts where organization_id = ?1 and product_id = ?2)
            """;

    private static final String REPOINT = """
            update inventory.serialized_items set customer_id = ?3, version = version + 1, updated_at = now()
             where organization_id = ?1 and customer_id = ?2 and (cast(?4 as uuid[]) is null or id = any (cast(?4 as uuid[])))
             returning id
            """;

    private final Tables tables;

    @Activate
    public References(@Reference(target = "(domain=inventory)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        tables.flush();
        return List.copyOf(Sql.column(tables, UUID.class, REPOINT, from, to, null));
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        tables.flush();
        return moved.isEmpty()
                ? 0
                : Sql.column(tables, UUID.class, REPOINT, from, to, Sql.array(moved)).size();
    }

    /**
     * CustomerReferenceHolder and ProductReferenceHolder ask the same way; ids are unique over both, so the counts of one are
     * 0 for the other.
     */
    @Override
    public int countReferences(UUID id) {
        return count("select count(*) from inventory.serialized_items where organization_id = ?1 and customer_id = ?2", id)
                + count(PRODUCT, id);
    }

    private int count(String text, UUID id) {
        return Sql.column(tables, Number.class, text, id).get(0).intValue();
    }
}
