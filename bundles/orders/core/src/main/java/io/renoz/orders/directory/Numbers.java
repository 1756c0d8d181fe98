package io.renoz.orders.directory;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Numbers of papers, for where nothing else of them is wanted. */
final class Numbers {

    private final Tables tables;

    Numbers(Tables tables) {
        this.tables = tables;
    }

    Optional<String> payment(UUID id) {
        return number("select payment_number from orders.order_payments where organization_id = ?1 and id = ?2", id);
    }

    Optional<String> shipment(UUID id) {
        return number("select shipment_number from orders.order_shipments where organization_id = ?1 and id = ?2", id);
    }

    private Optional<String> number(String sql, UUID id) {
        List<?> found = tables.entities()
                .createNativeQuery(sql)
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }
}
