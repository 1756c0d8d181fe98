package io.renoz.orders.payment;

import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.orders.api.CreditSource;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.OrderBalance;
import io.renoz.orders.api.OrderLedger;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.TaxTotal;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.Summaries;
import io.renoz.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ledger as other modules use it. */
@Component
public final class Ledger implements OrderLedger {

    private final Tables tables;
    private final Books books;
    private final Payments payments;
    private final Credits credits;
    private final LedgerReads reads;

    @Activate
    public Ledger(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Books books,
            @Reference Payments payments,
            @Reference Credits credits,
            @Reference LedgerReads reads) {
        this.tables = tables;
        this.books = books;
        this.payments = payments;
        this.credits = credits;
        this.reads = reads;
    }

    @Override
    public UUID recordPayment(UUID orderId, NewPayment payment, String idempotencyKey) {
        return written(payments.record(orderId, payment, idempotencyKey));
    }

    @Override
    public UUID refund(UUID paymentId, BigDecimal amount, String reason) {
        return written(payments.refund(paymentId, new Payments.Return(amount, reason, null, null)));
    }

    /** Other modules' rows may point at it from now on. */
    private UUID written(OrderPayment payment) {
        tables.flush();
        return payment.id();
    }

    @Override
    public void applyCredit(
            UUID orderId,
            UUID customerId,
            CreditSource source,
            UUID sourceId,
            @Nullable String number,
            BigDecimal amount,
            LocalDate on) {
        credits.apply(new Credits.Asked(orderId, customerId, source, sourceId, number, amount, on));
        tables.flush();
    }

    @Override
    public void releaseCredit(CreditSource source, UUID sourceId) {
        credits.release(source, sourceId);
        tables.flush();
    }

    @Override
    public OrderBalance balance(UUID orderId) {
        var order = Summaries.of(tables.require(Order.class, orderId));
        return new OrderBalance(
                order.id(),
                order.customerId(),
                order.orderNumber(),
                order.paymentStatus(),
                order.total(),
                order.paidAmount(),
                order.creditedAmount(),
                order.balanceDue(),
                order.dueDate());
    }

    @Override
    public List<LedgerEntry> ledger(UUID customerId, LocalDate from, LocalDate to) {
        return reads.ledger(customerId, from, to);
    }

    @Override
    public BigDecimal balanceAsOf(UUID customerId, LocalDate day) {
        return reads.balanceAsOf(customerId, day);
    }

    @Override
    public Page<OpenItem> openItems(@Nullable UUID customerId, LocalDate asOf, @Nullable String cursor) {
        return reads.openItems(customerId, asOf, cursor, LedgerReads.MOST);
    }

    @Override
    public void markReminded(UUID orderId, Instant at) {
        books.lock(orderId).reminded(at);
        tables.flush();
    }

    @Override
    public void setDueDate(UUID orderId, LocalDate due) {
        Order order = books.lock(orderId);
        if (order.status() == OrderStatus.CANCELLED) {
            throw Problem.of("invalid-state", order.orderNumber() + " was cancelled; nothing is due on it.")
                    .with("status", "cancelled");
        }
        order.dueOn(due);
        books.settle(order);
        tables.flush();
    }

    @Override
    public List<TaxTotal> taxByType(LocalDate from, LocalDate to) {
        return reads.taxByType(from, to);
    }
}
