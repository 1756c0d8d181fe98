package io.renoz.pipeline.quote;

import io.renoz.data.Call;
import io.renoz.data.Patch;
import io.renoz.data.Records;
import io.renoz.data.Tables;
import io.renoz.pipeline.Permissions;
import io.renoz.pipeline.Values;
import io.renoz.pipeline.api.QuoteStatus;
import io.renoz.pipeline.quote.Outcomes.Acceptance;
import io.renoz.pipeline.quote.Outcomes.Rejection;
import io.renoz.problem.Problem;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import io.renoz.rest.Example;
import io.renoz.rest.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.validation.constraints.Email;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/pipeline/quotes} */
@Component
@Path("quotes")
public final class QuoteResource implements Crud<QuoteInput, QuoteView> {

    /**
     * Opens the next version.
     *
     * @param fromVersion the version it begins as; the current one when left out
     * @param versionNotes what is to change
     */
    public record Revision(
            @Nullable @Min(1) Integer fromVersion,
            @Nullable @Size(max = 2000) String versionNotes) {}

    /** Somebody's consent. */
    public record Approval(@Nullable @Size(max = 500) String approvalNote) {}

    /**
     * To whom it goes.
     *
     * @param recipients e-mail addresses; the contact's when left out
     */
    public record Mailing(@Size(max = 10) List<@NotBlank @Email @Size(max = 320) String> recipients) {
        public Mailing {
            recipients = recipients == null ? List.of() : new ArrayList<>(recipients);
        }
    }

    /** To whom it went, in words. */
    public record Sent(@Nullable @Size(max = 1000) String sentTo) {
        public Sent {
            sentTo = Values.plain(sentTo);
        }
    }

    /** Its new last day. */
    public record Extension(@NotNull @Example("2099-12-31") LocalDate validUntil) {}

    private final QuoteRows rows;
    private final QuoteRecords records;
    private final Drafting drafting;
    private final Sending sending;
    private final Outcomes outcomes;
    private final Conversion conversion;

    @Activate
    public QuoteResource(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference QuoteRows rows,
            @Reference Drafting drafting,
            @Reference Sending sending,
            @Reference Outcomes outcomes,
            @Reference Conversion conversion) {
        this.rows = rows;
        this.records = new QuoteRecords(tables, rows, drafting);
        this.drafting = drafting;
        this.sending = sending;
        this.outcomes = outcomes;
        this.conversion = conversion;
    }

    @Override
    public Records<QuoteInput, QuoteView> records() {
        return records;
    }

    @Override
    @Answers("unsupported-currency")
    public List<QuoteView> add(List<QuoteInput> inputs) {
        return records.createAll(inputs);
    }

    @Override
    @Answers({"version-frozen", "unsupported-currency"})
    public QuoteView update(UUID id, Patch<QuoteInput> patch) {
        return records.update(id, patch);
    }

    @Override
    @Answers("invalid-state")
    public void delete(UUID id) {
        records.delete(id);
    }

    @POST
    @Path("{id}/revise")
    @Summary("Opens the next version as a draft, copied from an earlier one")
    @Answers("invalid-transition")
    public QuoteView revise(@PathParam("id") UUID id, Revision revision) {
        return rows.change(id, (quote, current) -> {
            LifeCycle.check(quote, QuoteStatus.DRAFT);
            QuoteVersion from =
                    revision.fromVersion == null ? current : rows.numbered(quote.id(), revision.fromVersion);
            drafting.revise(quote, from, revision.versionNotes);
            quote.status = QuoteStatus.DRAFT;
        });
    }

    /** PIP-13: by somebody else than its author. */
    @POST
    @Path("{id}/approve")
    @Allow(Permissions.APPROVE)
    @Summary("Approves the discount, prices or margin of the draft version")
    @Answers({"not-required", "four-eyes", "invalid-transition"})
    public QuoteView approve(@PathParam("id") UUID id, Approval approval) {
        return rows.change(id, (quote, current) -> {
            LifeCycle.require(quote, "approved", QuoteStatus.DRAFT);
            if (!current.approvalRequired) {
                throw Problem.of("not-required", "This quote needs no approval.");
            }
            UUID user = Call.user().orElse(null);
            if (user != null && current.approvedAt == null && current.writtenBy(user)) {
                throw Problem.of("four-eyes", "Somebody else than its author approves a quote.");
            }
            if (current.approvedAt == null) {
                current.approve(user, sending.now(), approval.approvalNote);
            }
        });
    }

    @POST
    @Path("{id}/send")
    @Allow(Permissions.SEND)
    @Summary("Renders, mails and freezes the draft version")
    @Answers({"empty-quote", "approval-required", "no-recipient", "invalid-transition", "module-disabled"})
    public QuoteView send(@PathParam("id") UUID id, Mailing mailing) {
        return rows.change(id, (quote, current) -> sending.mail(quote, current, mailing.recipients));
    }

    @POST
    @Path("{id}/mark-sent")
    @Allow(Permissions.SEND)
    @Summary("Freezes the draft version, which was sent by other means")
    @Answers({"empty-quote", "approval-required", "invalid-transition"})
    public QuoteView markSent(@PathParam("id") UUID id, Sent sent) {
        return rows.change(id, (quote, current) -> sending.markSent(quote, current, sent.sentTo));
    }

    @POST
    @Path("{id}/accept")
    @Summary("Accepts it on the customer's behalf")
    @Answers({"invalid-transition", "quote-expired", "version-conflict", "competitor-required"})
    public QuoteView accept(@PathParam("id") UUID id, Acceptance acceptance) {
        return rows.change(id, (quote, current) -> outcomes.accept(quote, current, acceptance));
    }

    @POST
    @Path("{id}/reject")
    @Summary("Notes that the customer rejected it")
    @Answers({"invalid-transition", "competitor-required"})
    public QuoteView reject(@PathParam("id") UUID id, Rejection rejection) {
        return rows.change(id, (quote, current) -> outcomes.reject(quote, current, rejection));
    }

    @POST
    @Path("{id}/extend")
    @Summary("Gives it a later last day; what had run out stands again")
    @Answers("invalid-transition")
    public QuoteView extend(@PathParam("id") UUID id, Extension extension) {
        return rows.change(id, (quote, current) -> outcomes.extend(quote, extension.validUntil));
    }

    @POST
    @Path("{id}/cancel")
    @Summary("Withdraws it")
    @Answers("invalid-transition")
    public QuoteView cancel(@PathParam("id") UUID id) {
        return rows.change(id, (quote, current) -> outcomes.cancel(quote));
    }

    @POST
    @Path("{id}/convert")
    @Summary("Makes a draft order of the accepted version; again gives the same order")
    @Answers({"invalid-transition", "module-disabled"})
    public QuoteView convert(@PathParam("id") UUID id) {
        return rows.change(id, (quote, current) -> conversion.convert(quote));
    }
}
