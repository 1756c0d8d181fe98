package io.renoz.financial.credit;

import io.renoz.document.BusinessDocument;
import io.renoz.document.BusinessDocument.Column;
import io.renoz.financial.Books;
import io.renoz.financial.Papers;
import io.renoz.financial.Setup;
import io.renoz.format.Format;
import io.renoz.orders.api.OrderSummary;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A credit note on paper. */
@Component(service = CreditPaper.class)
public final class CreditPaper {

    private final Papers papers;
    private final Books books;

    @Activate
    public CreditPaper(@Reference Papers papers, @Reference Books books) {
        this.papers = papers;
        this.books = books;
    }

    /** Renders and keeps it, once, when the note is issued. */
    UUID keep(CreditNote note, @Nullable OrderSummary order, Instant at) {
        return papers.keep(paper(note, order), Setup.CREDIT_NOTE, note.id(), at);
    }

    BusinessDocument paper(CreditNote note, @Nullable OrderSummary order) {
        Format format = books.format();
        var paper = BusinessDocument.titled("Credit note " + note.creditNoteNumber)
                .fact("Date", format.longDate(Objects.requireNonNull(note.issueDate)))
                .fact("Reason", note.reason);
        if (order != null) {
            paper.fact("Order", order.orderNumber())
                    .fact("Invoice", order.invoiceNumber())
                    .fact("Your order", order.customerPoNumber());
        }
        papers.between(paper, note.customerId, note.customerName)
                .table(
                        "",
                        Column.amount("#"),
                        Column.text("Description"),
                        Column.amount("Quantity"),
                        Column.amount("Net"),
                        Column.amount("Tax rate"),
                        Column.amount("Tax"),
                        Column.amount("Amount"));
        int position = 0;
        for (CreditNoteLine line : note.lines) {
            paper.row(
                    Integer.toString(++position),
                    line.description,
                    format.number(line.quantity),
                    format.money(line.lineSubtotal),
                    format.percent(line.taxRate),
                    format.money(line.taxAmount),
                    format.money(line.lineTotal));
        }
        return paper.total("Subtotal", format.money(note.subtotal))
                .total("Tax", format.money(note.taxAmount))
                .grandTotal("Credit", format.money(note.amount));
    }
}
