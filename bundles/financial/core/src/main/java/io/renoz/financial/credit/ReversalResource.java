package io.renoz.financial.credit;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.UUID;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/credit-note-applications/{id}/reverse} */
@Component
@Path("credit-note-applications/{id}/reverse")
public final class ReversalResource implements Resource {

    /** Why it is taken back. */
    public record Reversal(@NotBlank @Size(max = 500) String reverseReason) {}

    private final Tables tables;
    private final CreditNoteRows notes;
    private final Uses uses;
    private final Rows<CreditNoteApplication, CreditNoteLineResource.Nothing, ApplicationResource.View> rows;

    @Activate
    public ReversalResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference CreditNoteRows notes,
            @Reference Uses uses) {
        this.tables = tables;
        this.notes = notes;
        this.uses = uses;
        this.rows = tables.of(CreditNoteApplication.class)
                .byName(CreditNoteLineResource.Nothing.class, ApplicationResource.View.class);
    }

    @POST
    @Answers({"already-reversed", "period-locked"})
    @Summary("Takes a use of credit back")
    public ApplicationResource.View reverse(@PathParam("id") UUID id, Reversal why) {
        CreditNote note = notes.lock(tables.require(CreditNoteApplication.class, id).creditNoteId);
        tables.lock(CreditNoteApplication.class, id);
        return rows.change(id, use -> uses.reverse(note, use, why.reverseReason));
    }
}
