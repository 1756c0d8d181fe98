package io.renoz.orders.order;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.settings.api.OrganizationDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.persistence.FlushModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** ORD-19: what is due on an order and how far it is paid, after money, total or due date changed. */
@Component(service = Settlement.class)
public final class Settlement {

    private static final String SUMS = """
            select coalesce(sum(amount) filter (where not is_refund), 0),
                   coalesce(sum(amount) filter (where is_refund), 0),
                   (select coalesce(sum(c.amount), 0) from orders.order_credits c
                     where c.organization_id = ?1 and c.order_id = ?2 and c.released_at is null)
              from orders.order_payments
             where organization_id = ?1 and order_id = ?2 and voided_at is null""";

    private final Tables tables;
    private final OrganizationDirectory organizations;
    private final Clock clock;

    @Activate
    public Settlement(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference OrganizationDirectory organizations,
            @Reference Clock clock) {
        this.tables = tables;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Reads the money of an order that has been locked. Payments and credits of this transaction may wait to be written; the order
     * itself should not have been changed yet, so that its version rises once.
     */
    public void settle(Order order) {
        tables.flush();
        settle(order, money(order));
    }

    /** Reads the money of an order, has it changed, and says what is due then. */
    public void settleAfter(Order order, Runnable change) {
        Money money = money(order);
        change.run();
        settle(order, money);
    }

    /** What came in so far. */
    Money money(Order order) {
        return sums(order.id());
    }

    /** After its total, status or due date changed. */
    void settle(Order order, Money money) {
        settle(order, money, organizations.current().today(clock));
    }

    /** The same for an order nobody can have paid yet. */
    void settleNew(Order order, LocalDate today) {
        settle(order, Money.NONE, today);
    }

    /** What a new day does to an order that still owes: nothing but its being late. */
    public void age(Order order, LocalDate today) {
        boolean late =
                order.open() && order.balanceDue.signum() > 0 && order.dueDate != null && order.dueDate.isBefore(today);
        if (late) {
            order.paymentStatus = PaymentStatus.OVERDUE;
        }
        order.invoiceStatus = Money.invoice(order, today);
    }

    private void settle(Order order, Money money, LocalDate today) {
        order.paidAmount = money.paid();
        order.creditedAmount = money.credited();
        order.balanceDue = money.due(order.total);
        order.paymentStatus = money.status(order.status, order.total, order.dueDate, today);
        boolean closed = order.open() && order.balanceDue.signum() <= 0;
        if (!closed) {
            order.paidAt = null;
        } else if (order.paidAt == null) {
            order.paidAt = Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
        }
        order.invoiceStatus = Money.invoice(order, today);
    }

    private Money sums(UUID order) {
        var row = (Object[]) tables.entities()
                .createNativeQuery(SUMS)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, Call.tenant())
                .setParameter(2, order)
                .getSingleResult();
        return new Money((BigDecimal) row[0], (BigDecimal) row[1], (BigDecimal) row[2]);
    }
}
