package io.renoz.financial.statement;

import io.renoz.customers.api.CustomerDirectory;
import io.renoz.customers.api.CustomerSummary;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Facts;
import io.renoz.financial.Money;
import io.renoz.financial.Setup;
import io.renoz.financial.api.AgingBuckets;
import io.renoz.financial.receivable.Aging;
import io.renoz.orders.api.LedgerEntry;
import io.renoz.orders.api.LedgerEntryType;
import io.renoz.orders.api.OrderDirectory;
import io.renoz.orders.api.OrderLedger;
import io.renoz.orders.api.OrderSummary;
import io.renoz.problem.Problem;
import io.renoz.settings.api.NumberSequences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** FIN-17: makes account statements, and refuses to make one that does not add up. */
@Component(service = Making.class)
public final class Making {

    private static final Logger log = LoggerFactory.getLogger(Making.class);
    private static final int BATCH = 1000;

    private final Tables tables;
    private final CustomerDirectory customers;
    private final OrderDirectory orders;
    private final OrderLedger ledger;
    private final Aging aging;
    private final NumberSequences numbers;
    private final StatementPaper paper;
    private final EventPublisher events;
    private final Books books;

    @Activate
    public Making(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference CustomerDirectory customers,
            @Reference OrderDirectory orders,
            @Reference OrderLedger ledger,
            @Reference Aging aging,
            @Reference NumberSequences numbers,
            @Reference StatementPaper paper,
            @Reference EventPublisher events,
            @Reference Books books) {
        this.tables = tables;
        this.customers = customers;
        this.orders = orders;
        this.ledger = ledger;
        this.aging = aging;
        this.numbers = numbers;
        this.paper = paper;
        this.events = events;
        this.books = books;
    }

    Statement make(UUID customerId, LocalDate from, LocalDate to, @Nullable String notes) {
        CustomerSummary customer = customers
                .find(customerId)
                .orElseThrow(() -> Problem.invalid("customerId", "There is no such customer."));
        var statement = Statement.empty();
        statement.customerId = customer.id();
        statement.startDate = from;
        statement.endDate = to;
        statement.currency = books.currency();
        statement.notes = notes;
        statement.generatedAt = books.now();
        statement.generatedBy = Call.user().orElse(null);
        statement.openingBalance = ledger.balanceAsOf(customer.id(), from.minusDays(1));
        List<LedgerEntry> entries = sorted(ledger.ledger(customer.id(), from, to));
        sum(statement, entries);
        statement.age(aging(statement));
        statement.statementNumber = numbers.next(Setup.STATEMENTS.key(), to);
        tables.add(statement);
        tables.flush();
        List<StatementLine> lines = lines(statement, entries);
        lines.forEach(tables::add);
        statement.documentAttachmentId = paper.keep(statement, lines, customer.legalName());
        tables.flush();
        events.publish(Facts.of("number", statement.statementNumber)
                .and("customerId", statement.customerId)
                .and("endDate", to)
                .and("closingBalance", statement.closingBalance)
                .event("statement.generated", Setup.STATEMENT, statement.id()));
        return statement;
    }

    /** By date, then invoices before payments before credits. */
    static List<LedgerEntry> sorted(List<LedgerEntry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(LedgerEntry::date)
                        .thenComparing(LedgerEntry::type)
                        .thenComparing(LedgerEntry::documentNumber, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(LedgerEntry::documentId)
                        .thenComparing(LedgerEntry::amount, Comparator.reverseOrder()))
                .toList();
    }

    private void sum(Statement statement, List<LedgerEntry> entries) {
        statement.totalInvoiced = total(entries, Set.of(LedgerEntryType.INVOICE));
        statement.totalPayments = total(entries, Set.of(LedgerEntryType.PAYMENT, LedgerEntryType.REFUND))
                .negate();
        statement.totalCredits = total(entries, Set.of(LedgerEntryType.CREDIT)).negate();
        statement.invoiceCount = count(entries, LedgerEntryType.INVOICE, 1);
        statement.paymentCount = count(entries, LedgerEntryType.PAYMENT, -1);
        statement.creditNoteCount = count(entries, LedgerEntryType.CREDIT, -1);
        statement.totalTax = tax(entries);
        statement.closingBalance = statement
                .openingBalance
                .add(statement.totalInvoiced)
                .subtract(statement.totalPayments)
                .subtract(statement.totalCredits);
    }

    private static BigDecimal total(List<LedgerEntry> entries, Set<LedgerEntryType> types) {
        return Money.sum(entries.stream()
                .filter(entry -> types.contains(entry.type()))
                .map(LedgerEntry::amount)
                .toList());
    }

    /** Documents, not what took them back. */
    private static int count(List<LedgerEntry> entries, LedgerEntryType type, int sign) {
        return (int) entries.stream()
                .filter(entry -> entry.type() == type && entry.amount().signum() == sign)
                .count();
    }

    /** Within what was invoiced; an invoice that was taken back takes its tax along. */
    private BigDecimal tax(List<LedgerEntry> entries) {
        List<LedgerEntry> invoices = entries.stream()
                .filter(entry -> entry.type() == LedgerEntryType.INVOICE)
                .toList();
        BigDecimal tax = Money.ZERO;
        for (int from = 0; from < invoices.size(); from += BATCH) {
            List<LedgerEntry> some = invoices.subList(from, Math.min(invoices.size(), from + BATCH));
            Map<UUID, OrderSummary> known =
                    orders.findAll(some.stream().map(LedgerEntry::orderId).collect(Collectors.toSet()));
            for (LedgerEntry invoice : some) {
                OrderSummary order = known.get(invoice.orderId());
                BigDecimal of = order == null ? Money.ZERO : order.taxAmount();
                tax = tax.add(invoice.amount().signum() < 0 ? of.negate() : of);
            }
        }
        return tax;
    }

    private AgingBuckets aging(Statement statement) {
        AgingBuckets buckets = aging.of(statement.customerId, statement.endDate);
        if (buckets.total().compareTo(statement.closingBalance) != 0) {
            log.error(
                    "The statement of customer {} to {} does not add up: {} by entries, {} by age",
                    statement.customerId,
                    statement.endDate,
                    statement.closingBalance,
                    buckets.total());
            throw Problem.of("internal-error", "The statement does not add up and was not made.")
                    .with("closingBalance", statement.closingBalance)
                    .with("aging", buckets.total());
        }
        return buckets;
    }

    private static List<StatementLine> lines(Statement statement, List<LedgerEntry> entries) {
        var lines = new ArrayList<StatementLine>();
        BigDecimal balance = statement.openingBalance;
        lines.add(new StatementLine(
                statement.id(),
                1,
                statement.startDate,
                StatementEntryType.OPENING,
                "Opening balance",
                Money.ZERO,
                balance));
        for (LedgerEntry entry : entries) {
            balance = balance.add(entry.amount());
            var line = new StatementLine(
                    statement.id(),
                    lines.size() + 1,
                    entry.date(),
                    StatementEntryType.valueOf(entry.type().name()),
                    words(entry),
                    entry.amount(),
                    balance);
            line.orderId = entry.orderId();
            line.documentNumber = entry.documentNumber();
            lines.add(line);
        }
        return lines;
    }

    private static String words(LedgerEntry entry) {
        String what =
                switch (entry.type()) {
                    case INVOICE -> entry.amount().signum() < 0 ? "Invoice cancelled" : "Invoice";
                    case PAYMENT -> "Payment";
                    case REFUND -> "Refund";
                    case CREDIT -> entry.amount().signum() > 0 ? "Credit released" : "Credit";
                };
        return what + ", order " + entry.orderNumber();
    }
}
