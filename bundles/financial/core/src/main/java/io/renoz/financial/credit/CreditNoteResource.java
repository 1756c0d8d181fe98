package io.renoz.financial.credit;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.event.EventPublisher;
import io.renoz.financial.Books;
import io.renoz.financial.Outgoing;
import io.renoz.financial.Papers;
import io.renoz.financial.Permissions;
import io.renoz.financial.Setup;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Download;
import io.renoz.rest.Example;
import io.renoz.rest.Summary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.validation.constraints.DecimalMin;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotBlank;
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

/** {@code /api/v1/financial/credit-notes}. Lines are written and versioned with their note. */
@Component
@Path("credit-notes")
public final class CreditNoteResource implements Crud<CreditNoteInput, CreditNoteView> {

    /**
     * How it is issued.
     *
     * @param applyToOrder whether the order's balance is lowered first; it is unless said otherwise
     * @param issueDate today when left out; not in the future
     */
    public record Issue(
            @Nullable Boolean applyToOrder,
            @Nullable @Example("2026-01-05") LocalDate issueDate) {}

    /** FIN-06: a part of it for an order. */
    public record Apply(
            @NotNull UUID orderId,

            @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable @Example("2026-01-05") LocalDate appliedOn) {}

    /** FIN-07: a part of it in money. */
    public record Refund(
            @NotNull @DecimalMin("0.01") @Digits(integer = 10, fraction = 2)
            BigDecimal amount,

            @Nullable @Example("2026-01-05") LocalDate appliedOn,
            @Nullable @Size(max = 30) String refundMethod,
            @Nullable @Size(max = 255) String refundReference) {}

    /** Why it is voided. */
    public record Voiding(@NotBlank @Size(max = 500) String voidReason) {}

    private final Tables tables;
    private final CreditNoteRows notes;
    private final Drafts drafts;
    private final Issuing issuing;
    private final Uses uses;
    private final Papers papers;
    private final Outgoing outgoing;
    private final EventPublisher events;
    private final Books books;

    @Activate
    public CreditNoteResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference CreditNoteRows notes,
            @Reference Drafts drafts,
            @Reference Issuing issuing,
            @Reference Uses uses,
            @Reference Papers papers,
            @Reference Outgoing outgoing,
            @Reference EventPublisher events,
            @Reference Books books) {
        this.tables = tables;
        this.notes = notes;
        this.drafts = drafts;
        this.issuing = issuing;
        this.uses = uses;
        this.papers = papers;
        this.outgoing = outgoing;
        this.events = events;
        this.books = books;
    }

    @Override
    public Rows<CreditNote, CreditNoteInput, CreditNoteView> records() {
        return notes.rows();
    }

    @Override
    @Answers("customer-mismatch")
    public List<CreditNoteView> add(List<CreditNoteInput> inputs) {
        return drafts.open(inputs);
    }

    /** FIN-04: from issue on only the internal notes change. */
    @Override
    @Answers({"invalid-state", "customer-mismatch"})
    public CreditNoteView update(UUID id, Patch<CreditNoteInput> patch) {
        return drafts.change(id, patch);
    }

    /** FIN-04: a document is voided, not deleted. */
    @Override
    @Answers("invalid-state")
    public void delete(UUID id) {
        tables.require(CreditNote.class, id).requireDraft();
        notes.rows().delete(id);
    }

    @POST
    @Path("{id}/approve")
    @Allow(Permissions.APPROVE)
    @Answers({"four-eyes", "invalid-transition"})
    @Summary("Approves a draft above the organization's limit")
    public CreditNoteView approve(@PathParam("id") UUID id) {
        notes.lock(id);
        return notes.rows().change(id, note -> note.approve(user(), books.now()));
    }

    @POST
    @Path("{id}/issue")
    @Allow(Permissions.ISSUE)
    @Answers({"invalid-transition", "invalid-state", "credit-exceeds-order", "approval-required", "period-locked"})
    @Summary("Makes a document of a draft")
    public CreditNoteView issue(@PathParam("id") UUID id, @Nullable Issue how) {
        issuing.lock(id);
        boolean settle = how == null || how.applyToOrder == null || how.applyToOrder;
        Optional<LocalDate> date = Optional.ofNullable(how).map(Issue::issueDate);
        return notes.rows().change(id, note -> issuing.issue(note, date, settle));
    }

    @POST
    @Path("{id}/apply")
    @Answers({
        "invalid-transition",
        "exceeds-remaining",
        "payment-exceeds-balance",
        "customer-mismatch",
        "invalid-state",
        "period-locked"
    })
    @Summary("Uses a part of it, or all, on an order of the same customer")
    public CreditNoteView apply(@PathParam("id") UUID id, Apply part) {
        notes.lock(id);
        return notes.rows().change(id, note -> uses.applyTo(note, part.orderId, part.amount, day(part.appliedOn)));
    }

    @POST
    @Path("{id}/refund")
    @Allow(Permissions.REFUND)
    @Answers({"invalid-transition", "exceeds-remaining", "period-locked"})
    @Summary("Pays a part of it out, or all")
    public CreditNoteView refund(@PathParam("id") UUID id, Refund part) {
        notes.lock(id);
        return notes.rows()
                .change(
                        id,
                        note -> uses.refund(
                                note, part.amount, day(part.appliedOn), part.refundMethod, part.refundReference));
    }

    @POST
    @Path("{id}/void")
    @Allow(Permissions.VOID)
    @Answers({"invalid-transition", "credit-in-use", "period-locked"})
    @Summary("Takes back one that was not used; its number stays")
    public CreditNoteView cancel(@PathParam("id") UUID id, Voiding why) {
        issuing.lock(id);
        return notes.rows().change(id, note -> {
            note.cancel(why.voidReason, user(), books.now());
            if (note.issueDate != null) {
                books.requireOpen(note.issueDate);
            }
            events.publish(Uses.about(note)
                    .and("orderId", note.orderId)
                    .and("amount", note.amount)
                    .and("reason", why.voidReason)
                    .event("credit-note.voided", Setup.CREDIT_NOTE, id));
        });
    }

    @POST
    @Path("{id}/send")
    @Answers({"module-disabled", "no-recipient", "not-issued"})
    @Summary("Mails it to the billing contacts")
    public CreditNoteView send(@PathParam("id") UUID id) {
        CreditNote note = notes.lock(id);
        outgoing.require();
        requireDocument(note);
        return notes.rows().change(id, sent -> {
            outgoing.send(
                    outgoing.requireRecipients(sent.customerId),
                    "Credit note " + sent.creditNoteNumber,
                    "Please find attached credit note " + sent.creditNoteNumber + " over "
                            + books.format().money(sent.amount) + ".",
                    sent.documentAttachmentId);
            sent.sentAt = books.now();
        });
    }

    private static void requireDocument(CreditNote note) {
        if (!note.inForce()) {
            throw Problem.of("not-issued", "Only credit notes that are issued go out.");
        }
    }

    @GET
    @Path("{id}/document")
    @Produces("application/pdf")
    @Summary("The document as it was issued, PDF")
    public Download document(@PathParam("id") UUID id) {
        CreditNoteView note = notes.rows().get(id);
        return papers.serve(note.documentAttachmentId(), List.of(String.valueOf(note.creditNoteNumber())));
    }

    /** Nobody pays in advance. */
    private LocalDate day(@Nullable LocalDate asked) {
        LocalDate today = books.today();
        if (asked != null && asked.isAfter(today)) {
            throw Problem.invalid("appliedOn", "This day has not come yet.");
        }
        return asked == null ? today : asked;
    }

    private static @Nullable UUID user() {
        return Call.user().orElse(null);
    }
}
