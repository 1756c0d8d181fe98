package io.renoz.financial.statement;

import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.financial.Books;
import io.renoz.financial.Papers;
import io.renoz.financial.Setup;
import io.renoz.format.Format;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An account statement on paper. */
@Component(service = StatementPaper.class)
public final class StatementPaper {

    private final Papers papers;
    private final Books books;

    @Activate
    public StatementPaper(@Reference Papers papers, @Reference Books books) {
        this.papers = papers;
        this.books = books;
    }

    /** Renders and keeps it; it is dated by the statement, so that it is the same whenever it is made. */
    UUID keep(Statement statement, List<StatementLine> lines, String customerName) {
        return papers.keep(
                paper(statement, lines, customerName), Setup.STATEMENT, statement.id(), statement.generatedAt);
    }

    private BusinessDocument paper(Statement statement, List<StatementLine> lines, String customerName) {
        Format format = books.format();
        var paper = BusinessDocument.titled("Statement " + statement.statementNumber)
                .fact("From", format.longDate(statement.startDate))
                .fact("To", format.longDate(statement.endDate))
                .fact("Currency", statement.currency);
        papers.between(paper, statement.customerId, customerName)
                .table(
                        "",
                        Column.text("Date"),
                        Column.text("Entry"),
                        Column.text("Document"),
                        Column.amount("Debit"),
                        Column.amount("Credit"),
                        Column.amount("Balance"));
        for (StatementLine line : lines) {
            paper.row(
                    format.date(line.entryDate),
                    line.description,
                    line.documentNumber,
                    amount(format, line.debit),
                    amount(format, line.credit),
                    format.money(line.balance));
        }
        paper.table(
                        "By age",
                        Column.amount("Current"),
                        Column.amount("1 to 30 days"),
                        Column.amount("31 to 60 days"),
                        Column.amount("61 to 90 days"),
                        Column.amount("Over 90 days"))
                .row(
                        format.money(statement.bucketCurrent),
                        format.money(statement.bucket130),
                        format.money(statement.bucket3160),
                        format.money(statement.bucket6190),
                        format.money(statement.bucketOver90));
        return paper.total("Opening balance", format.money(statement.openingBalance))
                .total("Invoiced", format.money(statement.totalInvoiced))
                .total("Payments", format.money(statement.totalPayments.negate()))
                .total("Credits", format.money(statement.totalCredits.negate()))
                .grandTotal("Balance due", format.money(statement.closingBalance))
                .note("Notes", statement.notes);
    }

    private static String amount(Format format, BigDecimal amount) {
        return amount.signum() == 0 ? "" : format.money(amount);
    }
}
