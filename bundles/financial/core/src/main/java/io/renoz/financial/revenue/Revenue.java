package io.renoz.financial.revenue;

import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Facts;
import io.renoz.financial.Money;
import io.renoz.financial.credit.Creditables;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-19: how much revenue an order can bring, and how much it has brought. The caller has the order's turn. */
@Component(service = Revenue.class)
public final class Revenue {

    private final Tables tables;
    private final Creditables credits;
    private final EventPublisher events;

    @Activate
    public Revenue(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Creditables credits,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.credits = credits;
        this.events = events;
    }

    /** Entries of an order by date, those that were planned included. */
    List<Recognition> of(UUID order) {
        return new ArrayList<>(tables.entities()
                .createQuery(
                        "select r from Recognition r where r.orderId = :order order by r.recognitionDate, r.id",
                        Recognition.class)
                .setParameter("order", order)
                .getResultList());
    }

    /** What the order brings, net of tax and less credits, and is neither recognized nor planned. */
    BigDecimal left(OrderSummary order) {
        BigDecimal most = most(order);
        return most.subtract(Money.sum(
                of(order.id()).stream().map(entry -> entry.recognizedAmount).toList()));
    }

    BigDecimal most(OrderSummary order) {
        return order.subtotal()
                .subtract(order.discountAmount())
                .add(order.shippingAmount())
                .subtract(credits.netOf(order.id()));
    }

    /**
     * Refuses more than is left.
     *
     * @throws Problem {@code exceeds-revenue}
     */
    void requireRoom(OrderSummary order, BigDecimal amount) {
        BigDecimal left = left(order);
        if (amount.compareTo(left) > 0) {
            throw Problem.of("exceeds-revenue", "Only " + left.max(Money.ZERO) + " of the order's revenue are left.")
                    .with("left", left.max(Money.ZERO));
        }
    }

    /** What was taken back of an entry so far. */
    BigDecimal reversed(UUID entry) {
        BigDecimal sum = tables.entities()
                .createQuery(
                        "select sum(r.recognizedAmount) from Recognition r where r.reversesId = :entry",
                        BigDecimal.class)
                .setParameter("entry", entry)
                .getSingleResult();
        return sum == null ? Money.ZERO : sum.negate();
    }

    void tell(String happening, Recognition entry) {
        events.publish(Facts.of("orderId", entry.orderId)
                .and("amount", entry.recognizedAmount)
                .and("date", entry.recognitionDate)
                .and("creditNoteId", entry.creditNoteId)
                .and("deferredRevenueId", entry.deferredRevenueId)
                .event("revenue." + happening, "revenue_recognition", entry.id()));
    }
}
