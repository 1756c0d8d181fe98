package io.renoz.orders.invoice;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static io.renoz.orders.Refusals.refusal;
import static io.renoz.orders.Yard.PLATFORM;
import static io.renoz.orders.Yard.TABLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.renoz.orders.OrderSettings;
import io.renoz.orders.Together;
import io.renoz.orders.Yard;
import io.renoz.orders.Yard.Sold;
import io.renoz.orders.api.InvoiceStatus;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.PaymentStatus;
import io.renoz.orders.invoice.IssueInvoiceResource.Issue;
import io.renoz.orders.invoice.ScheduleInvoiceResource.Schedule;
import io.renoz.orders.order.Order;
import io.renoz.orders.order.OrderView;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvoiceIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Yard yard = new Yard();
    private final Invoices invoices =
            new Invoices(TABLES, yard.settlement, yard.dates, yard.sequences, PLATFORM.events());
    private final AutomaticInvoices automatic = new AutomaticInvoices(yard.around, invoices);
    private final IssueInvoiceResource issues = new IssueInvoiceResource(yard.books, yard.orders, invoices);
    private final ScheduleInvoiceResource schedules = new ScheduleInvoiceResource(yard.books, yard.orders, invoices);
    private final SendInvoiceResource sends = new SendInvoiceResource(yard.books);

    private UUID order() {
        return yard.addressed(yard.order(OrderStatus.CONFIRMED, Sold.goods(1, "100.00")));
    }

    private OrderView issue(UUID order, @Nullable LocalDate day) {
        return yard.organization.call(() -> issues.issue(order, new Issue(day)));
    }

    private OrderView schedule(UUID order, @Nullable LocalDate day) {
        return yard.organization.call(() -> schedules.schedule(order, new Schedule(day)));
    }

    @Test
    @DisplayName("ORD-22: an invoice has a number, its date and a due date after the terms; it is unpaid")
    void issues() {
        UUID order = order();

        OrderView issued = issue(order, null);

        assertThat(issued.invoiceNumber()).isEqualTo("INV-2026-00001");
        assertThat(issued.invoiceDate()).isEqualTo(TODAY);
        assertThat(issued.dueDate()).isEqualTo(TODAY.plusDays(30));
        assertThat(issued.invoiceStatus()).isEqualTo(InvoiceStatus.UNPAID);
        assertThat(issued.version()).isEqualTo(2);
        assertThat(yard.told(order)).contains("orders.invoice.issued");
        assertRefused(() -> issue(order, null)).isEqualTo("already-issued");
    }

    @Test
    @DisplayName("ORD-22: a due date that was set by hand stays; an order of nothing is paid at once")
    void keepsADueDate() {
        UUID order = order();
        yard.organization.sql("orders", "update orders.orders set due_date = date '2026-03-09' where id = ?", order);
        UUID free = yard.addressed(yard.order(OrderStatus.CONFIRMED));

        assertThat(issue(order, null).dueDate()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(issue(free, null).invoiceStatus()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    @DisplayName(
            "ORD-22: no invoice for drafts and cancelled orders, without address, of days to come, closed or before the last")
    void refuses() {
        UUID draft = yard.addressed(yard.order(OrderStatus.DRAFT));
        UUID cancelled = yard.addressed(yard.order(OrderStatus.CANCELLED));
        UUID nowhere = yard.order(OrderStatus.CONFIRMED);
        yard.around.set(OrderSettings.PERIOD_LOCK_DATE, "2026-02-25");

        assertThat(refusal(() -> issue(draft, null)).members()).containsEntry("from", "draft");
        assertRefused(() -> issue(draft, null)).isEqualTo("invalid-transition");
        assertRefused(() -> issue(cancelled, null)).isEqualTo("invalid-transition");
        assertRefused(() -> issue(nowhere, null)).isEqualTo("billing-address-missing");
        assertInvalid(() -> issue(order(), TODAY.plusDays(1))).isEqualTo("/invoiceDate");
        assertRefused(() -> issue(order(), LocalDate.of(2026, 2, 25))).isEqualTo("period-locked");
        issue(order(), LocalDate.of(2026, 2, 28));
        assertInvalid(() -> issue(order(), LocalDate.of(2026, 2, 27))).isEqualTo("/invoiceDate");
        assertThat(issue(order(), LocalDate.of(2026, 2, 28)).invoiceNumber()).isEqualTo("INV-2026-00002");
    }

    @Test
    @DisplayName("ORD-05: fifty at once get fifty numbers in a row, and a roll back gives its number back")
    void leavesNoGaps() throws Exception {
        issue(order(), null);
        UUID undone = order();
        Throwable thrown = catchThrowable(() -> yard.organization.run(() -> {
            assertThat(issues.issue(undone, new Issue(null)).invoiceNumber()).isEqualTo("INV-2026-00002");
            throw new IllegalStateException("The last step fails.");
        }));
        List<Callable<String>> works = IntStream.range(0, 50)
                .mapToObj(i -> order())
                .<Callable<String>>map(order -> () -> issue(order, null).invoiceNumber())
                .toList();

        List<String> numbers = Together.run(works);

        assertThat(thrown).hasMessage("The last step fails.");
        assertThat(yard.read(undone).invoiceNumber()).isNull();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(2, 51)
                        .mapToObj(i -> String.format(java.util.Locale.ROOT, "INV-2026-%05d", i))
                        .toList());
    }

    @Test
    @DisplayName("ORD-22: a scheduled invoice is issued by the job on its day, or later when nothing ran then")
    void issuesOnItsDay() {
        UUID order = order();
        UUID never = order();
        assertThat(schedule(order, TODAY.plusDays(3)).invoiceStatus()).isEqualTo(InvoiceStatus.SCHEDULED);
        schedule(never, TODAY.plusDays(3));
        assertThat(schedule(never, null).invoiceStatus()).isEqualTo(InvoiceStatus.DRAFT);
        var job = new InvoiceSchedule(TABLES, invoices, yard.dates);

        yard.organization.call(() -> job.run(Optional.empty()));
        assertThat(yard.read(order).invoiceNumber()).isNull();
        yard.around.clock.forward(Duration.ofDays(4));
        yard.organization.call(() -> job.run(Optional.empty()));

        assertThat(yard.read(order).invoiceDate()).isEqualTo(TODAY.plusDays(4));
        assertThat(yard.read(order).invoiceScheduledFor()).isNull();
        assertThat(yard.read(never).invoiceNumber()).isNull();
        assertThat(job.name()).isEqualTo("orders.invoice-schedule");
        assertInvalid(() -> schedule(order(), TODAY)).isEqualTo("/invoiceScheduledFor");
        assertRefused(() -> schedule(order, TODAY.plusDays(30))).isEqualTo("invalid-transition");
        assertRefused(() -> schedule(yard.order(OrderStatus.DRAFT), TODAY.plusDays(30)))
                .isEqualTo("invalid-transition");
    }

    @Test
    @DisplayName("ORD-22: the setting says whether confirming or shipping brings the invoice about")
    void issuesByItself() {
        UUID confirmed = order();
        UUID shipped = order();
        UUID nowhere = yard.order(OrderStatus.CONFIRMED);

        happens(confirmed, true);
        happens(nowhere, true);
        happens(shipped, false);
        assertThat(yard.read(confirmed).invoiceNumber()).isNotNull();
        assertThat(yard.read(nowhere).invoiceNumber()).isNull();
        assertThat(yard.read(shipped).invoiceNumber()).isNull();

        yard.around.set(OrderSettings.INVOICE_ON, "ship");
        happens(shipped, false);
        assertThat(yard.read(shipped).invoiceNumber()).isNotNull();
        yard.around.set(OrderSettings.INVOICE_ON, "manual");
        UUID manual = order();
        happens(manual, true);
        happens(manual, false);
        assertThat(yard.read(manual).invoiceNumber()).isNull();
    }

    private void happens(UUID order, boolean confirmed) {
        yard.organization.run(() -> {
            Order row = yard.books.lock(order);
            if (confirmed) {
                automatic.confirmed(row);
            } else {
                automatic.shipped(row);
            }
            TABLES.flush();
        });
    }

    @Test
    @DisplayName("ORD-19: what is not paid by its due date is overdue the day after, and told once")
    void marksOverdue() {
        UUID order = order();
        issue(order, null);
        var job = new MarkOverdue(TABLES, yard.settlement, yard.dates, PLATFORM.events());

        yard.around.clock.forward(Duration.ofDays(30));
        yard.organization.call(() -> job.run(Optional.empty()));
        assertThat(yard.read(order).invoiceStatus()).isEqualTo(InvoiceStatus.UNPAID);
        yard.around.clock.forward(Duration.ofDays(1));
        yard.organization.call(() -> job.run(Optional.empty()));
        yard.organization.call(() -> job.run(Optional.empty()));

        assertThat(yard.read(order).invoiceStatus()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(yard.read(order).paymentStatus()).isEqualTo(PaymentStatus.OVERDUE);
        assertThat(yard.told(order))
                .filteredOn("orders.invoice.overdue"::equals)
                .hasSize(1);
        assertThat(job.name()).isEqualTo("orders.mark-overdue");
    }

    @Test
    @DisplayName("ORD-22: an invoice is mailed by communications only")
    void doesNotMailItself() {
        UUID order = order();
        assertRefused(() -> yard.organization.call(() -> sends.send(order))).isEqualTo("not-issued");
        issue(order, null);

        assertRefused(() -> yard.organization.call(() -> sends.send(order))).isEqualTo("module-disabled");
    }
}
