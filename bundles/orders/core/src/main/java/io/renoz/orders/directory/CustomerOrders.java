package io.renoz.orders.directory;

import io.renoz.customers.api.CustomerReferenceHolder;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.orders.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Orders and templates that name a customer. The papers of what was confirmed keep the name they were issued with; a merge gives
 * them another account and nothing else, so it is told by the record of the merge alone.
 */
@Component
public final class CustomerOrders implements CustomerReferenceHolder {

    private static final String MOVE_ORDERS = """
            update orders.orders set customer_id = ?3, version = version + 1, updated_at = now(), updated_by = ?4
             where organization_id = ?1 and customer_id = ?2 %s returning id""";

    private static final String MOVE_TEMPLATES = """
            update orders.order_templates
               set default_customer_id = ?3, version = version + 1, updated_at = now(), updated_by = ?4
             where organization_id = ?1 and default_customer_id = ?2 %s returning id""";

    private static final String AMONG = "and id = any (cast(?5 as uuid[]))";

    private static final String COUNT = """
            select (select count(*) from orders.orders where organization_id = ?1 and customer_id = ?2)
                 + (select count(*) from orders.order_templates where organization_id = ?1 and default_customer_id = ?2)""";

    private final Tables tables;

    @Activate
    public CustomerOrders(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<UUID> repoint(UUID from, UUID to) {
        tables.flush();
        var moved = new ArrayList<UUID>();
        for (String move : List.of(MOVE_ORDERS, MOVE_TEMPLATES)) {
            moved.addAll(ids(tables.entities()
                    .createNativeQuery(move.formatted(""))
                    .setParameter(1, Call.tenant())
                    .setParameter(2, from)
                    .setParameter(3, to)
                    .setParameter(4, Call.user().orElse(null))
                    .getResultList()));
        }
        tables.entities().clear();
        return moved;
    }

    @Override
    public int repointBack(UUID from, UUID to, List<UUID> moved) {
        tables.flush();
        int back = 0;
        for (String move : List.of(MOVE_ORDERS, MOVE_TEMPLATES)) {
            back += tables.entities()
                    .createNativeQuery(move.formatted(AMONG))
                    .setParameter(1, Call.tenant())
                    .setParameter(2, from)
                    .setParameter(3, to)
                    .setParameter(4, Call.user().orElse(null))
                    .setParameter(5, Sql.array(moved.stream()))
                    .getResultList()
                    .size();
        }
        tables.entities().clear();
        return back;
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().flatMap(row -> Stream.of((UUID) row)).toList();
    }

    @Override
    public int countReferences(UUID customerId) {
        return ((Number) tables.entities()
                        .createNativeQuery(COUNT)
                        .setParameter(1, Call.tenant())
                        .setParameter(2, customerId)
                        .getSingleResult())
                .intValue();
    }
}
