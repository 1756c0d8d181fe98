package io.renoz.suppliers.supplier;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Knows how many purchase orders are not done with. */
@Component(service = OpenOrders.class)
public final class OpenOrders {

    private static final String COUNT = """
            select count(*) from suppliers.purchase_orders
             where organization_id = ?1 and deleted_at is null
               and status in ('pending_approval', 'approved', 'ordered', 'partial_received'
            """;

    private final Tables tables;

    @Activate
    public OpenOrders(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
    }

    /** SUP-25: those of one supplier, drafts included, which could never be submitted once it is gone. */
    int of(UUID supplier) {
        return count(tables.entities()
                .createNativeQuery(COUNT + ", 'draft') and supplier_id = ?2")
                .setParameter(1, Call.tenant())
                .setParameter(2, supplier)
                .getSingleResult());
    }

    /** SUP-24: those that wait for a decision or for goods. */
    public int all() {
        return count(tables.entities()
                .createNativeQuery(COUNT + ")")
                .setParameter(1, Call.tenant())
                .getSingleResult());
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }
}
