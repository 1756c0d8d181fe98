package io.renoz.suppliers.purchase.approval;

import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.time.Instant;
import java.util.UUID;

/** Hears how a round ended that was not about an order waiting for approval, but about a change of one. */
public interface RoundEnds {

    /** All levels approved. */
    void approved(PurchaseOrder order, int round, UUID by, Instant at);

    /** One level did not. */
    void rejected(PurchaseOrder order, int round, UUID by, String comments, Instant at);
}
