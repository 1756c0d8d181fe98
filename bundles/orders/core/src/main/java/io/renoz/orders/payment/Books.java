package io.renoz.orders.payment;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.Settlement;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The accounts of orders: one order at a time, its row locked, its balance right again at the end (ORD-19, ORD-20). */
@Component(service = Books.class)
public final class Books {

    private final Tables tables;
    private final Settlement settlement;
    private final EventPublisher events;

    @Activate
    public Books(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Settlement settlement,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.settlement = settlement;
        this.events = events;
    }

    /**
     * The order, its row locked: whoever else books on it waits.
     *
     * @throws Problem {@code not-found}
     */
    public Order lock(UUID order) {
        return tables.lock(Order.class, order);
    }

    /**
     * Refuses an order that takes no money.
     *
     * @throws Problem {@code invalid-state} with the member {@code status}
     */
    public static void requireOpen(Order order) {
        if (!order.open()) {
            throw closed(order);
        }
    }

    /** The refusal of an order that takes no money. */
    static Problem closed(Order order) {
        return Problem.of("invalid-state", "An order takes no money while it is a draft, or once it was cancelled.")
                .with("status", Coded.of(order.status()));
    }

    /**
     * ORD-20, ORD-21: refuses more than is due.
     *
     * @throws Problem {@code payment-exceeds-balance} with the member {@code balanceDue}
     */
    static void requireDue(Order order, BigDecimal amount) {
        if (amount.compareTo(order.balanceDue()) > 0) {
            throw Problem.of(
                            "payment-exceeds-balance",
                            "No more than " + order.balanceDue().toPlainString() + " is due on " + order.orderNumber()
                                    + ".")
                    .with("balanceDue", order.balanceDue());
        }
    }

    /**
     * Refuses what is no amount.
     *
     * @throws Problem {@code validation-failed}
     */
    static void requireAmount(String field, BigDecimal amount) {
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2) {
            throw Problem.invalid(field, "An amount is above 0 and has 2 places at most.");
        }
    }

    /** Works out anew what is due, once money was written; tells when that pays the invoice. */
    public void settle(Order order) {
        InvoiceStatus before = order.invoiceStatus();
        settlement.settle(order);
        order.touch();
        if (order.issued() && before != InvoiceStatus.PAID && order.invoiceStatus() == InvoiceStatus.PAID) {
            events.publish(MoneyEvents.invoice("paid", order));
        }
    }
}
