package io.renoz.orders.payment;

import static io.renoz.orders.Refusals.assertInvalid;
import static io.renoz.orders.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.orders.api.CreditSource;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.LedgerEntryType;
import io.renoz.orders.api.OpenItem;
import io.renoz.orders.api.OrderStatus;
import io.renoz.orders.api.TaxTotal;
import io.renoz.orders.payment.PaymentResource.View;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LedgerIT {

    private static final LocalDate FEB_10 = LocalDate.of(2026, 2, 10);
    private static final LocalDate FEB_20 = LocalDate.of(2026, 2, 20);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Till till = new Till();

    /** Stands for an invoice that was issued on a day, and due 14 days later. */
    private UUID invoiced(String total, LocalDate day, String number) {
        UUID order = till.yard.owing(total);
        till.yard.organization.sql(
                "orders",
                "update orders.orders set invoice_number = ?, invoice_date = ?, due_date = ?, invoice_status = 'unpaid' where id = ?",
                number,
                day,
                day.plusDays(14),
                order);
        return order;
    }

    private BigDecimal owed(LocalDate day) {
        return till.yard.organization.read(() -> till.ledger.balanceAsOf(till.yard.customer, day));
    }

    private List<OpenItem> open(LocalDate day) {
        return till.yard.organization.read(
                () -> till.ledger.openItems(till.yard.customer, day, null).items());
    }

    private List<LedgerEntry> entries(LocalDate from, LocalDate to) {
        return till.yard.organization.read(() -> till.ledger.ledger(till.yard.customer, from, to));
    }

    @Test
    @DisplayName(
            "ORD-19: the ledger tells invoices, payments, refunds and credits by date, and they add up to what was owed")
    void addsUpToWhatWasOwed() {
        UUID order = invoiced("100.00", FEB_10, "INV-1");
        View payment = till.pay(order, "60.00", "2026-02-20");
        till.yard.organization.run(() -> till.ledger.refund(payment.id(), new BigDecimal("10.00"), "Too much"));
        UUID source = UUID.randomUUID();
        till.yard.organization.run(() -> till.ledger.applyCredit(
                order, till.yard.customer, CreditSource.CREDIT_NOTE, source, "CN-1", new BigDecimal("20.00"), FEB_20));
        till.yard.organization.run(() -> till.ledger.releaseCredit(CreditSource.CREDIT_NOTE, source));
        View error = till.pay(order, "5.00", "2026-02-11");
        till.cancel(error.id());

        List<LedgerEntry> all = entries(FEB_10, TODAY);

        assertThat(all)
                .extracting(LedgerEntry::date, LedgerEntry::type, entry -> entry.amount()
                        .toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(FEB_10, LedgerEntryType.INVOICE, "100.00"),
                        org.assertj.core.groups.Tuple.tuple(FEB_20, LedgerEntryType.PAYMENT, "-60.00"),
                        org.assertj.core.groups.Tuple.tuple(FEB_20, LedgerEntryType.CREDIT, "-20.00"),
                        org.assertj.core.groups.Tuple.tuple(TODAY, LedgerEntryType.REFUND, "10.00"),
                        org.assertj.core.groups.Tuple.tuple(TODAY, LedgerEntryType.CREDIT, "20.00"));
        assertThat(all).allSatisfy(entry -> assertThat(entry.orderId()).isEqualTo(order));
        assertThat(owed(FEB_10.minusDays(1))).isEqualByComparingTo("0");
        assertThat(owed(FEB_10)).isEqualByComparingTo("100.00");
        assertThat(owed(FEB_20)).isEqualByComparingTo("20.00");
        assertThat(owed(TODAY)).isEqualByComparingTo("50.00");
        assertThat(till.yard.read(order).balanceDue()).isEqualByComparingTo("50.00");
    }

    @Test
    @DisplayName("ORD-19: open items tell the balance as it stood at the end of a day")
    void tellsWhatWasOpenThen() {
        UUID order = invoiced("100.00", FEB_10, "INV-1");
        till.pay(order, "40.00", "2026-02-20");
        till.pay(order, "60.00", "2026-03-01");

        assertThat(open(FEB_10.minusDays(1))).isEmpty();
        assertThat(open(FEB_10)).singleElement().satisfies(item -> {
            assertThat(item.balance()).isEqualByComparingTo("100.00");
            assertThat(item.daysLate()).isEqualTo(-14);
            assertThat(item.invoiceNumber()).isEqualTo("INV-1");
        });
        assertThat(open(LocalDate.of(2026, 2, 27))).singleElement().satisfies(item -> {
            assertThat(item.balance()).isEqualByComparingTo("60.00");
            assertThat(item.daysLate()).isEqualTo(3);
        });
        assertThat(open(TODAY)).isEmpty();
    }

    @Test
    @DisplayName("ORD-19: an invoice of a cancelled order is owed until it was cancelled")
    void forgetsWhatWasCancelled() {
        UUID order = invoiced("100.00", FEB_10, "INV-1");
        till.yard.organization.sql(
                "orders",
                "update orders.orders set status = 'cancelled', cancelled_at = timestamptz '2026-02-20T02:00Z' where id = ?",
                order);

        assertThat(owed(FEB_20.minusDays(1))).isEqualByComparingTo("100.00");
        assertThat(owed(FEB_20)).isEqualByComparingTo("0");
        assertThat(open(FEB_20.minusDays(1))).hasSize(1);
        assertThat(open(FEB_20)).isEmpty();
    }

    private Page<OpenItem> receivables(int limit, @Nullable String cursor, Map<String, String> filters) {
        var resource = new ReceivablesResource(till.reads, till.yard.dates);
        return till.yard.organization.read(() ->
                resource.list(new ListQuery(limit, Optional.ofNullable(cursor), Optional.empty(), filters, false)));
    }

    @Test
    @DisplayName("ORD-19: receivables are read page by page, each open order once")
    void pagesThroughReceivables() {
        for (int i = 0; i < 7; i++) {
            invoiced("10.00", FEB_10.plusDays(i % 3), "INV-" + i);
        }
        var seen = new ArrayList<UUID>();
        var days = new ArrayList<LocalDate>();
        String cursor = null;
        do {
            Page<OpenItem> page = receivables(3, cursor, Map.of("asOf", "2026-03-02"));
            page.items().forEach(item -> {
                seen.add(item.orderId());
                days.add(item.dueDate());
            });
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(7);
        assertThat(new HashSet<>(seen)).hasSize(7);
        assertThat(days).isSorted();
        assertThat(receivables(3, null, Map.of("customerId", UUID.randomUUID().toString()))
                        .items())
                .isEmpty();
        assertThat(receivables(3, null, Map.of("asOf", "2026-02-11")).items()).hasSize(3);
        assertInvalid(() -> receivables(3, null, Map.of("asOf", "soon"))).isEqualTo("?asOf");
        assertInvalid(() -> receivables(3, "nonsense", Map.of())).isEqualTo("?cursor");
    }

    @Test
    @DisplayName(
            "ORD-02, ORD-03: tax by type and rate takes the order discount off the lines, to the cent, and counts freight")
    void tellsTaxByType() {
        UUID order = invoiced("0.00", FEB_10, "INV-1");
        till.yard.organization.sql(
                "orders",
                "update orders.orders set subtotal = 150, discount_percent = 10, discount_amount = 15, shipping_amount = 20,"
                        + " shipping_tax_rate = 10, tax_amount = 11, total = 166, balance_due = 166 where id = ?",
                order);
        line(order, 1, "100.00", "gst", "10", "9.00");
        line(order, 2, "50.00", "gst_free", "0", "0.00");
        UUID thirds = invoiced("0.00", FEB_20, "INV-2");
        till.yard.organization.sql(
                "orders",
                "update orders.orders set subtotal = 30, discount_amount = 10, total = 20, balance_due = 20 where id = ?",
                thirds);
        for (int i = 1; i <= 3; i++) {
            line(thirds, i, "10.00", i == 1 ? "export" : "input_taxed", "0", "0.00");
        }

        List<TaxTotal> february = till.yard.organization.read(() -> till.ledger.taxByType(FEB_10, FEB_20));

        assertThat(february)
                .extracting(
                        total -> total.type() + " " + total.rate().intValue() + " " + total.net() + " " + total.tax())
                .containsExactly(
                        "EXPORT 0 6.66 0.00",
                        "GST 10 110.00 11.00",
                        "GST_FREE 0 45.00 0.00",
                        "INPUT_TAXED 0 13.34 0.00");
        assertThat(till.yard.organization.read(() -> till.ledger.taxByType(TODAY, TODAY)))
                .isEmpty();
    }

    private void line(UUID order, int number, String net, String type, String rate, String tax) {
        till.yard.organization.sql(
                "orders",
                "insert into orders.order_line_items (order_id, line_number, description, quantity, unit_price, tax_type,"
                        + " tax_rate, line_subtotal, tax_amount, line_total) values (?, ?, 'L', 1, ?, ?, ?, ?, ?, ?)",
                order,
                number,
                new BigDecimal(net),
                type,
                new BigDecimal(rate),
                new BigDecimal(net),
                new BigDecimal(tax),
                new BigDecimal(net).add(new BigDecimal(tax)));
    }

    @Test
    @DisplayName("ORD-19: what is due on an order, when it is due and when its customer was reminded")
    void knowsASingleOrder() {
        UUID order = invoiced("100.00", FEB_10, "INV-1");
        till.pay(order, "40.00");
        till.yard.organization.run(() -> till.ledger.setDueDate(order, TODAY.plusDays(9)));
        till.yard.organization.run(() -> till.ledger.markReminded(order, till.yard.around.clock.instant()));
        till.yard.around.clock.forward(Duration.ofMinutes(1));

        var balance = till.yard.organization.read(() -> till.ledger.balance(order));

        assertThat(balance.due()).isEqualByComparingTo("60.00");
        assertThat(balance.paid()).isEqualByComparingTo("40.00");
        assertThat(balance.dueDate()).isEqualTo(TODAY.plusDays(9));
        assertThat(till.yard.read(order).invoiceReminderSentAt())
                .isEqualTo(till.yard.around.clock.instant().minusSeconds(60));
        UUID cancelled = till.yard.order(OrderStatus.CANCELLED);
        assertRefused(() -> till.yard.organization.run(() -> till.ledger.setDueDate(cancelled, TODAY)))
                .isEqualTo("invalid-state");
        assertRefused(() -> till.yard.organization.read(() -> till.ledger.balance(UUID.randomUUID())))
                .isEqualTo("not-found");
    }
}
