package io.renoz.orders.order;

import io.renoz.event.EventPublisher;
import io.renoz.orders.PeriodLock;
import io.renoz.orders.payment.MoneyEvents;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-17, ORD-18: what the change of a confirmed order brings about: credit, stock, status, balance, invoice. */
@Component(service = Amending.class)
public final class Amending {

    private final Changing changing;
    private final CreditCheck credit;
    private final Reserving reserving;
    private final Settlement settlement;
    private final Progress progress;
    private final PeriodLock lock;
    private final EventPublisher events;

    @Activate
    public Amending(
            @Reference Changing changing,
            @Reference CreditCheck credit,
            @Reference Reserving reserving,
            @Reference Settlement settlement,
            @Reference Progress progress,
            @Reference PeriodLock lock,
            @Reference EventPublisher events) {
        this.changing = changing;
        this.credit = credit;
        this.reserving = reserving;
        this.settlement = settlement;
        this.progress = progress;
        this.lock = lock;
        this.events = events;
    }

    /**
     * Changes an order that has been locked, its customer before it.
     *
     * @throws Problem {@code period-locked}, {@code credit-limit-exceeded}, {@code insufficient-stock} and as {@link
     *     Changing#change}
     */
    public void amend(Order order, OrderChange change) {
        order.invoiceDate().ifPresent(lock::requireOpen);
        Money money = settlement.money(order);
        BigDecimal before = order.total;
        changing.change(order, change);
        BigDecimal more = order.total.subtract(before);
        if (more.signum() > 0) {
            credit.against(order.customerId, more).ifPresent(problem -> {
                throw problem;
            });
        }
        reserving.fit(order);
        settle(order, money);
    }

    /** After its quantities changed: where it is, what is due, and the invoice if it has been issued. */
    void settle(Order order, Money money) {
        progress.update(order);
        settlement.settle(order, money);
        if (order.issued()) {
            order.reviseInvoice();
            events.publish(MoneyEvents.invoice("revised", order));
        }
    }

    /** What came in for the order so far; read before it changes. */
    Money money(Order order) {
        return settlement.money(order);
    }
}
