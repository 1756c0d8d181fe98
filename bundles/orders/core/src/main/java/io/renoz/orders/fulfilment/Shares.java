package io.renoz.orders.fulfilment;

import io.renoz.data.Tables;
import io.renoz.orders.api.ShipmentStatus;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.persistence.FlushModeType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * How much of each line of an order is spoken for: packed and still here, or in the hands of a job. By id of the line. What this
 * transaction has not written yet does not count, and is not written by asking.
 */
@Component(service = Shares.class)
public final class Shares {

    private final Tables tables;

    @Activate
    public Shares(@Reference(target = "(domain=orders)") Tables tables) {
        this.tables = tables;
    }

    /** Of {@code shares}, what there is of a line. */
    static BigDecimal of(Map<UUID, BigDecimal> shares, UUID line) {
        return shares.getOrDefault(line, BigDecimal.ZERO);
    }

    /** What lies in shipments that wait to leave, but for one of them. */
    Map<UUID, BigDecimal> packed(UUID order, @Nullable UUID except) {
        return sums(tables.entities()
                .createQuery(
                        "select i.orderLineItemId, sum(i.quantity) from ShipmentItem i, OrderShipment s"
                                + " where s.id = i.shipmentId and s.orderId = :order and s.status = :pending"
                                + " and s.id <> :except group by i.orderLineItemId",
                        Object[].class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("order", order)
                .setParameter("pending", ShipmentStatus.PENDING)
                .setParameter("except", except == null ? new UUID(0, 0) : except)
                .getResultList());
    }

    /** What jobs took over and have not reported as delivered. */
    public Map<UUID, BigDecimal> handedOver(UUID order) {
        Map<UUID, BigDecimal> open = acts(order, LineAct.Kind.HANDED_OVER);
        if (!open.isEmpty()) {
            acts(order, LineAct.Kind.DELIVERED)
                    .forEach((line, done) -> open.computeIfPresent(
                            line, (id, taken) -> taken.subtract(done).max(BigDecimal.ZERO)));
        }
        return open;
    }

    private Map<UUID, BigDecimal> acts(UUID order, LineAct.Kind kind) {
        return sums(tables.entities()
                .createQuery(
                        "select a.orderLineItemId, sum(a.quantity) from LineAct a, OrderLine l"
                                + " where l.id = a.orderLineItemId and l.orderId = :order and a.act = :kind"
                                + " and a.undoneAt is null group by a.orderLineItemId",
                        Object[].class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("order", order)
                .setParameter("kind", kind)
                .getResultList());
    }

    private static Map<UUID, BigDecimal> sums(List<Object[]> rows) {
        var sums = new HashMap<UUID, BigDecimal>();
        rows.forEach(row -> sums.put((UUID) row[0], (BigDecimal) row[1]));
        return sums;
    }
}
