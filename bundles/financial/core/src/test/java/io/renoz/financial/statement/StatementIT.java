package io.renoz.financial.statement;

import static io.renoz.financial.Office.PLATFORM;
import static io.renoz.financial.Refusals.assertInvalid;
import static io.renoz.financial.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.data.ListQuery;
import io.renoz.financial.Office;
import io.renoz.financial.Sales.Sold;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.financial.api.Period;
import io.renoz.financial.credit.CreditNoteResource.Issue;
import io.renoz.financial.receivable.AgingReport;
import io.renoz.financial.statement.StatementResource.Input;
import io.renoz.orders.api.NewPayment;
import io.renoz.orders.api.PaymentMethod;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatementIT {

    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate END = LocalDate.of(2026, 2, 28);

    private final Office office = new Office();
    private final UUID customer = office.sales.customer("Acme");

    private UUID paid(Sold order, String amount, LocalDate on) {
        return office.in(() -> office.ledger.recordPayment(
                order.id(),
                NewPayment.of(new BigDecimal(amount), PaymentMethod.BANK_TRANSFER, on),
                UUID.randomUUID().toString()));
    }

    private void credited(Sold order, String amount) {
        UUID note = office.draft(
                        "{\"customerId\":\"%s\",\"orderId\":\"%s\",\"reason\":\"X\",\"lines\":[{\"description\":\"C\",\"unitPrice\":%s}]}"
                                .formatted(customer, order.id(), amount))
                .id();
        office.in(() -> office.credit.issue(note, new Issue(true, null)));
    }

    private StatementResource.View make(LocalDate from, LocalDate to) {
        return office.in(() ->
                office.statements.create(new Input(customer, from, to, null)).body());
    }

    /** Two invoices before and two within February; payments before, within and after it; one in advance. */
    private void history() {
        Sold old = office.sales.issued(customer, LocalDate.of(2025, 11, 1), "100.00");
        Sold january = office.sales.issued(customer, LocalDate.of(2026, 1, 10), "200.00");
        Sold first = office.sales.issued(customer, FEBRUARY, "300.00");
        office.sales.taxed(customer, "10.00");
        Sold last = office.sales.issued(customer, END, "400.00");
        paid(old, "40.00", LocalDate.of(2026, 1, 5));
        paid(january, "50.00", LocalDate.of(2026, 2, 5));
        paid(first, "300.00", FEBRUARY);
        paid(last, "1.00", LocalDate.of(2026, 3, 1));
        Sold notIssued = office.sales.order(
                customer, "confirmed", null, null, "0", new io.renoz.financial.Sales.Line("1", "70", "0"));
        paid(notIssued, "30.00", LocalDate.of(2026, 2, 20));
    }

    @Test
    @DisplayName("FIN-17: opening and entries make the closing balance, which is the sum of the buckets")
    void addsUp() {
        history();

        StatementResource.View statement = make(FEBRUARY, END);

        assertThat(statement.openingBalance()).isEqualByComparingTo("260.00");
        assertThat(statement.totalInvoiced()).isEqualByComparingTo("700.00");
        assertThat(statement.totalPayments()).isEqualByComparingTo("380.00");
        assertThat(statement.totalCredits()).isEqualByComparingTo("0.00");
        assertThat(statement.closingBalance()).isEqualByComparingTo("580.00");
        assertThat(statement.invoiceCount()).isEqualTo(2);
        assertThat(statement.paymentCount()).isEqualTo(3);
        assertThat(statement.bucketCurrent()).isEqualByComparingTo("370.00"); // 400 less 30 in advance
        assertThat(statement.bucket130()).isEqualByComparingTo("150.00");
        assertThat(statement.bucket3160()).isEqualByComparingTo("0.00");
        assertThat(statement.bucket6190()).isEqualByComparingTo("60.00");
        assertThat(statement.statementNumber()).startsWith("STATEMENT-2026-");
        assertThat(office.told(statement.id())).containsExactly("financial.statement.generated");
    }

    @Test
    @DisplayName("FIN-17: lines come by date, then invoices before payments before credits, with a running balance")
    void ordersItsLines() {
        Sold order = office.sales.issued(customer, office.today(), "100.00");
        paid(order, "30.00", office.today());
        credited(order, "20.00");

        StatementResource.View statement = make(office.today(), office.today());
        var lines = office.organization
                .read(() -> office.statementLines.list(statement.id(), ListQuery.first(50)))
                .items();

        assertThat(lines)
                .extracting(StatementLineResource.View::entryType)
                .containsExactly(
                        StatementEntryType.OPENING,
                        StatementEntryType.INVOICE,
                        StatementEntryType.PAYMENT,
                        StatementEntryType.CREDIT);
        assertThat(lines)
                .extracting(line -> line.balance().toPlainString())
                .containsExactly("0.00", "100.00", "70.00", "50.00");
        assertThat(statement.totalCredits()).isEqualByComparingTo("20.00");
    }

    @Test
    @DisplayName("FIN-17: printing again gives the same bytes")
    void printsTheSame() throws Exception {
        history();
        UUID statement = make(FEBRUARY, END).id();
        byte[] first = bytes(statement);
        office.neighbours.clock.forwardDays(5);

        assertThat(bytes(statement)).isEqualTo(first);
        assertThat(new String(first, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    private byte[] bytes(UUID statement) throws Exception {
        var document = office.organization.read(() -> office.statements.document(statement));
        try (InputStream stream = document.content().open(0, document.length())) {
            return stream.readAllBytes();
        }
    }

    @Test
    void isKeptWhenItIsDeletedAndMadeForCustomersOnly() {
        UUID statement = make(FEBRUARY, END).id();
        office.organization.run(() -> office.statements.delete(statement));

        assertRefused(() -> office.organization.read(() -> office.statements.get(statement)))
                .isEqualTo("not-found");
        assertThat(office.organization.sql(
                        "financial", "update financial.statement_history set notes = 'x' where id = ?", statement))
                .isEqualTo(1);
        assertInvalid(() -> new Input(customer, END, FEBRUARY, null)).isEqualTo("/endDate");
        assertInvalid(() ->
                        office.in(() -> office.statements.create(new Input(UUID.randomUUID(), FEBRUARY, END, null))))
                .isEqualTo("/customerId");
    }

    @Test
    void isMailedOnlyWhileTheOrganizationWritesToItsCustomers() {
        UUID statement = make(FEBRUARY, END).id();
        assertRefused(() -> office.in(() -> office.statements.send(statement))).isEqualTo("module-disabled");
        office.neighbours.modulesOn.add("communications");
        assertRefused(() -> office.in(() -> office.statements.send(statement))).isEqualTo("no-recipient");
        office.neighbours.contact(customer, statement + "@example.com");

        var sent = office.in(() -> office.statements.send(statement));

        assertThat(sent.sentToEmail()).isEqualTo(statement + "@example.com");
        assertThat(PLATFORM.mailed())
                .filteredOn(mail -> mail.to().address().equals(statement + "@example.com"))
                .hasSize(1);
    }

    @Test
    @DisplayName("FIN-18: balances as they stood on the day, by days from the due date; later payments are left out")
    void ages() {
        history();

        AgingBuckets february = office.organization.read(() -> office.receivables.aging(customer, END));
        AgingBuckets now = office.organization.read(() -> office.receivables.aging(customer, office.today()));

        assertThat(february.over90()).isEqualByComparingTo("0.00");
        assertThat(february.days61To90()).isEqualByComparingTo("60.00");
        assertThat(february.total()).isEqualByComparingTo("580.00");
        assertThat(now.over90()).isEqualByComparingTo("60.00"); // due on 1 December, 91 days ago
        assertThat(now.current()).isEqualByComparingTo("380.00"); // 399 and 11 less 30 in advance
        assertThat(now.total()).isEqualByComparingTo("590.00");
    }

    @Test
    @DisplayName("FIN-18: the report shows customers, one in detail, and unused credit apart")
    void reports() {
        history();
        UUID note = office.draft(
                        "{\"customerId\":\"%s\",\"reason\":\"X\",\"lines\":[{\"description\":\"C\",\"unitPrice\":25}]}"
                                .formatted(customer))
                .id();
        office.in(() -> office.credit.issue(note, null));
        Sold draft = office.sales.draft(customer, "9.00");

        AgingReport all = office.organization.read(() -> office.agingReport.report(null, null));
        AgingReport one = office.organization.read(() -> office.agingReport.report(END, customer));

        assertThat(all.unusedCredit()).isEqualByComparingTo("25.00");
        assertThat(all.totals().total()).isEqualByComparingTo("590.00");
        assertThat(all.customers()).hasSize(1);
        assertThat(one.unusedCredit()).isEqualByComparingTo("0.00");
        assertThat(one.customers().get(0).orders()).hasSize(3).noneMatch(order -> order.orderId()
                .equals(draft.id()));
        var summary = office.organization.read(() -> office.receivables.summary(new Period(FEBRUARY, END)));
        assertThat(summary.invoiced()).isEqualByComparingTo("700.00");
        assertThat(summary.received()).isEqualByComparingTo("380.00");
        assertThat(summary.outstanding()).isEqualByComparingTo("580.00");
        var section = office.organization.read(() -> office.section.contribute(customer));
        assertThat(section.amounts()).containsEntry("unusedCredit", new BigDecimal("25.00"));
    }
}
