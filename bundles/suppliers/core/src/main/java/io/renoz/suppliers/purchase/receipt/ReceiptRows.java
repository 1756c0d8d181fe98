package io.renoz.suppliers.purchase.receipt;

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

/** Receipts as a collection, for all resources whose answer is one. */
@Component(service = ReceiptRows.class)
public final class ReceiptRows {

    /** Receipts are made by receiving. */
    record Nothing() {}

    private final Tables tables;
    private final OrderRows orders;
    private final Rows<Receipt, Nothing, ReceiptView> rows;

    @Activate
    public ReceiptRows(@Reference(target = "(domain=suppliers)") Tables tables, @Reference OrderRows orders) {
        this.tables = tables;
        this.orders = orders;
        this.rows = tables.of(Receipt.class)
                .filter("status", "purchaseOrderId", "locationId", "receivedAt")
                .search("receiptNumber", "deliveryReference", "trackingNumber")
                .sort("-receivedAt", "receiptNumber")
                .byName(Nothing.class, ReceiptView.class);
    }

    Rows<Receipt, Nothing, ReceiptView> rows() {
        return rows;
    }

    /** A receipt that was just made. */
    ReceiptView made(Receipt receipt) {
        tables.flush();
        return rows.view(receipt);
    }

    /** Changes a receipt whose order is locked with its lines. */
    ReceiptView change(UUID id, BiConsumer<Receipt, PurchaseOrder> change) {
        UUID order = tables.entities()
                .createQuery("select r.purchaseOrderId from Receipt r where r.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("receipt"));
        PurchaseOrder held = orders.heldWithLines(order);
        return rows.change(id, receipt -> change.accept(receipt, held));
    }
}
