package io.renoz.orders.invoice;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.orders.OrderSequences;
import io.renoz.orders.api.OrderAddressType;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.Settlement;
import io.renoz.orders.payment.Dates;
import io.renoz.orders.payment.MoneyEvents;
import io.renoz.problem.Problem;
import java.time.LocalDate;
import javax.persistence.FlushModeType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * ORD-22: gives orders their invoice number. The number is drawn last, once the order's row is locked: whoever issues next waits
 * for this transaction, and nobody who holds the number waits for anybody's order.
 */
@Component(service = Invoices.class)
public final class Invoices {

    private final Tables tables;
    private final Settlement settlement;
    private final Dates dates;
    private final OrderSequences sequences;
    private final EventPublisher events;

    @Activate
    public Invoices(
            @Reference(target = "(domain=orders)") Tables tables,
            @Reference Settlement settlement,
            @Reference Dates dates,
            @Reference OrderSequences sequences,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.settlement = settlement;
        this.dates = dates;
        this.sequences = sequences;
        this.events = events;
    }

    /**
     * Issues the invoice of an order that has been locked.
     *
     * @param asked its date; today when null
     * @throws Problem {@code invalid-transition}, {@code already-issued}, {@code billing-address-missing}, {@code
     *     period-locked}, {@code validation-failed}
     */
    public void issue(Order order, @Nullable LocalDate asked) {
        if (order.issued()) {
            throw Problem.of("already-issued", order.orderNumber() + " was invoiced before.")
                    .with("invoiceNumber", order.invoiceNumber().orElseThrow());
        }
        order.requireOpen("invoiced");
        if (!addressed(order)) {
            throw Problem.of("billing-address-missing", "An invoice needs a billing address.");
        }
        if (order.customerName().isBlank()) {
            throw Problem.invalid("customerName", "An invoice needs the legal name of the customer.");
        }
        LocalDate date = asked == null ? dates.today() : asked;
        dates.requireBookable("invoiceDate", date);
        String number = sequences.invoice(date);
        requireInSeries(date);
        order.issue(number, date, order.dueAfter(date));
        settlement.age(order, dates.today());
        order.touch();
        events.publish(MoneyEvents.invoice("issued", order));
    }

    /** Whether an order could be issued today, so that it is when something else brings it about. */
    boolean issuable(Order order) {
        return order.open() && !order.issued() && addressed(order) && dates.bookable(dates.today());
    }

    private static boolean addressed(Order order) {
        return order.address(OrderAddressType.BILLING).isPresent();
    }

    /** Asked once the number is drawn: nobody else can issue an invoice meanwhile. */
    private void requireInSeries(LocalDate date) {
        LocalDate latest = tables.entities()
                .createQuery(
                        "select max(o.invoiceDate) from Order o where o.invoiceNumber is not null", LocalDate.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        if (latest != null && date.isBefore(latest)) {
            throw Problem.invalid("invoiceDate", "The last invoice is of " + latest + "; this one cannot be earlier.");
        }
    }

    /**
     * Issues on a coming day.
     *
     * @param day null to be issued by hand again
     * @throws Problem {@code invalid-transition}, {@code validation-failed}
     */
    void schedule(Order order, @Nullable LocalDate day) {
        order.requireOpen("invoiced");
        if (order.issued()) {
            throw Problem.transition(order.orderNumber() + " was invoiced before.")
                    .with("from", Coded.of(order.invoiceStatus()))
                    .with("to", day == null ? "draft" : "scheduled");
        }
        if (day != null && !day.isAfter(dates.today())) {
            throw Problem.invalid("invoiceScheduledFor", "This is a day to come.");
        }
        order.scheduleInvoice(day);
    }
}
