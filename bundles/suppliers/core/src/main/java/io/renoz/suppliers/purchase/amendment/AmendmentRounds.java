package io.renoz.suppliers.purchase.amendment;

import io.renoz.data.Tables;
import io.renoz.suppliers.purchase.approval.RoundEnds;
import io.renoz.suppliers.purchase.order.PurchaseOrder;
import java.time.Instant;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SUP-15: amendments that went through a whole approval. */
@Component
public final class AmendmentRounds implements RoundEnds {

    private final Tables tables;

    @Activate
    public AmendmentRounds(@Reference(target = "(domain=suppliers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public void approved(PurchaseOrder order, int round, UUID by, Instant at) {
        of(order, round).approve(by, at);
    }

    @Override
    public void rejected(PurchaseOrder order, int round, UUID by, String comments, Instant at) {
        of(order, round).reject(by, at, comments);
    }

    private Amendment of(PurchaseOrder order, int round) {
        return tables.entities()
                .createQuery(
                        "select a from Amendment a where a.purchaseOrderId = :order and a.approvalRound = :round",
                        Amendment.class)
                .setParameter("order", order.id())
                .setParameter("round", round)
                .getSingleResult();
    }
}
