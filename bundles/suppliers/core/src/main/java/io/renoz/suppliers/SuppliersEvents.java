package io.renoz.suppliers;

import io.renoz.event.EventDeclarations;
import io.renoz.event.EventType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** What the module publishes beyond the changes of its records. */
@Component
public final class SuppliersEvents implements EventDeclarations {

    private static final String ID = "0198f1c2-7d3e-7a41-9c55-3f1e2d4b6a78";
    private static final Map<String, Object> ORDER =
            Map.of("number", "PO-2026-00001", "supplierId", ID, "totalAmountBase", "1320.00");

    @Override
    public List<EventType> list() {
        return List.of(
                new EventType(
                        "suppliers.supplier.status-changed",
                        "A supplier moved along its life cycle.",
                        Map.of("from", "active", "to", "suspended", "reason", "Late three times")),
                new EventType("suppliers.order.submitted", "A purchase order asks for approval.", ORDER),
                new EventType("suppliers.order.approved", "A purchase order was approved on every level.", ORDER),
                new EventType("suppliers.order.rejected", "An approver sent a purchase order back.", ORDER),
                new EventType("suppliers.order.ordered", "A purchase order was sent to its supplier.", ORDER),
                new EventType("suppliers.order.amended", "An amendment was applied to a purchase order.", ORDER),
                new EventType("suppliers.order.cancelled", "A purchase order was cancelled.", ORDER),
                new EventType("suppliers.order.closed", "A purchase order is done with.", ORDER),
                new EventType(
                        "suppliers.receipt.posted",
                        "Goods arrived.",
                        Map.of("number", "GRN-2026-00001", "purchaseOrderId", ID)),
                new EventType(
                        "suppliers.receipt.reversed",
                        "A receipt was undone.",
                        Map.of("number", "GRN-2026-00001", "purchaseOrderId", ID)),
                new EventType(
                        "suppliers.price.changed",
                        "A supplier's price changed.",
                        Map.of(
                                "supplierId",
                                ID,
                                "productId",
                                ID,
                                "currency",
                                "AUD",
                                "previousPrice",
                                "10.00",
                                "newPrice",
                                "10.50")),
                new EventType(
                        "suppliers.agreement.expiring",
                        "A price agreement ends soon.",
                        Map.of("number", "PA-2026-00001", "supplierId", ID, "expiryDate", "2026-12-31")));
    }
}
