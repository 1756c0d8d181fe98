package io.renoz.financial.statement;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Facts;
import io.renoz.financial.Outgoing;
import io.renoz.financial.Papers;
import io.renoz.financial.Setup;
import io.renoz.financial.statement.StatementResource.View;
import io.renoz.mail.MailAddress;
import io.renoz.problem.Problem;
import io.renoz.rest.Answers;
import io.renoz.rest.Created;
import io.renoz.rest.Deletes;
import io.renoz.rest.Download;
import io.renoz.rest.Reads;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/statements} */
@Component
@Path("statements")
public final class StatementResource implements Reads<View>, Deletes {

    private static final int LONGEST = 1000;

    /** What a statement is asked for; both days are part of it. */
    public record Input(
            @NotNull UUID customerId,
            @NotNull LocalDate startDate,
            @NotNull LocalDate endDate,
            @Nullable @Size(max = 1000) String notes) {

        public Input {
            if (startDate != null && endDate != null && endDate.isBefore(startDate)) {
                throw Problem.invalid("endDate", "A statement ends on or after its first day.");
            }
        }
    }

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String statementNumber,
            UUID customerId,
            LocalDate startDate,
            LocalDate endDate,
            String currency,
            BigDecimal openingBalance,
            BigDecimal closingBalance,
            int invoiceCount,
            int paymentCount,
            int creditNoteCount,
            BigDecimal totalInvoiced,
            BigDecimal totalPayments,
            BigDecimal totalCredits,
            BigDecimal totalTax,
            BigDecimal bucketCurrent,
            BigDecimal bucket130,
            BigDecimal bucket3160,
            BigDecimal bucket6190,
            BigDecimal bucketOver90,
            Instant generatedAt,
            @Nullable UUID generatedBy,
            @Nullable UUID documentAttachmentId,
            @Nullable Instant sentAt,
            @Nullable String sentToEmail,
            @Nullable String notes)
            implements Versioned {}

    /** Nothing comes in by name. */
    public record Nothing() {}

    private final Making making;
    private final Papers papers;
    private final Outgoing outgoing;
    private final EventPublisher events;
    private final Books books;
    private final Rows<Statement, Nothing, View> rows;

    @Activate
    public StatementResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Making making,
            @Reference Papers papers,
            @Reference Outgoing outgoing,
            @Reference EventPublisher events,
            @Reference Books books) {
        this.making = making;
        this.papers = papers;
        this.outgoing = outgoing;
        this.events = events;
        this.books = books;
        rows = tables.of(Statement.class)
                .filter("customerId", "startDate", "endDate", "sentAt")
                .search("statementNumber")
                .sort("-endDate", "createdAt")
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<Statement, Nothing, View> records() {
        return rows;
    }

    @POST
    @Summary("Makes a statement for a customer and a period")
    public Created<View> create(Input asked) {
        return new Created<>(rows.view(making.make(asked.customerId, asked.startDate, asked.endDate, asked.notes)));
    }

    @GET
    @Path("{id}/document")
    @Produces("application/pdf")
    @Summary("The statement as it was made, PDF")
    public Download document(@PathParam("id") UUID id) {
        View statement = rows.get(id);
        return papers.serve(statement.documentAttachmentId(), List.of(statement.statementNumber()));
    }

    @POST
    @Path("{id}/send")
    @Answers({"module-disabled", "no-recipient"})
    @Summary("Mails it to the billing contacts")
    public View send(@PathParam("id") UUID id) {
        rows.get(id);
        outgoing.require();
        return rows.change(id, statement -> {
            List<MailAddress> to = outgoing.requireRecipients(statement.customerId);
            outgoing.send(
                    to,
                    "Statement " + statement.statementNumber,
                    "Please find attached your statement to "
                            + books.format().date(statement.endDate) + "; the balance is "
                            + books.format().money(statement.closingBalance) + ".",
                    statement.documentAttachmentId);
            String addresses = to.stream().map(MailAddress::address).collect(Collectors.joining(", "));
            statement.sentAt = books.now();
            statement.sentToEmail = addresses.substring(0, Math.min(LONGEST, addresses.length()));
            events.publish(Facts.of("number", statement.statementNumber)
                    .and("customerId", statement.customerId)
                    .event("statement.sent", Setup.STATEMENT, id));
        });
    }
}
