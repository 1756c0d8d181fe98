package io.renoz.inventory;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.data.Tables;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for the units that customers hold. */
@Component
public final class CustomerReferences implements CustomerReferenceHolder {

    private static final String REPOINT = """
            update inventory.serialized_items set customer_id = ?3, version = version + 1, updated_at = now()
             where organization_id = ?1 and customer_id = ?2 and (cast(?4 as uuid[]) is null or id = any (cast(?4 as uuid[])))
             returning id
            """;

    private final Tables tables;

    @Activate
    public CustomerReferences(@Reference(target = "(domain=inventory)") Tables tables) {
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
                : Sql.column(tables, UUID.class, REPOINT, from, to, Sql.array(moved))
                        .size();
    }

    @Override
    public int countReferences(UUID customerId) {
        return Sql.column(
                        tables,
                        Number.class,
                        "select count(*) from inventory.serialized_items where organization_id = ?1 and customer_id = ?2",
                        customerId)
                .get(0)
                .intValue();
    }
}
