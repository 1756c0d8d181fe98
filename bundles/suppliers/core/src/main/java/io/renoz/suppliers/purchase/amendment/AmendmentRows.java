package io.renoz.suppliers.purchase.amendment;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.suppliers.purchase.order.OrderRows;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Amendments as a collection, for all resources whose answer is one. */
@Component(service = AmendmentRows.class)
public final class AmendmentRows {

    private final Tables tables;
    private final OrderRows orders;
    private final Rows<Amendment, AmendmentInput, AmendmentView> rows;

    @Activate
    public AmendmentRows(@Reference(target = "(domain=suppliers)") Tables tables, @Reference OrderRows orders) {
        this.tables = tables;
        this.orders = orders;
        this.rows = tables.of(Amendment.class)
                .filter("status")
                .sort("amendmentNumber")
                .within("purchaseOrderId", PurchaseOrder.class)
                .byName(AmendmentInput.class, AmendmentView.class);
    }

    Rows<Amendment, AmendmentInput, AmendmentView> rows() {
        return rows;
    }

    /** The number of an order's next amendment. */
    int next(UUID order) {
        Integer last = tables.entities()
                .createQuery(
                        "select max(a.amendmentNumber) from Amendment a where a.purchaseOrderId = :order",
                        Integer.class)
                .setParameter("order", order)
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }

    /** Changes an amendment whose order is locked with its lines. */
    AmendmentView change(UUID id, BiConsumer<Amendment, PurchaseOrder> change) {
        UUID order = tables.entities()
                .createQuery("select a.purchaseOrderId from Amendment a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("amendment"));
        PurchaseOrder held = orders.heldWithLines(order);
        return rows.change(id, amendment -> change.accept(amendment, held));
    }
}
