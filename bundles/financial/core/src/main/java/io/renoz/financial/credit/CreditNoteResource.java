package io.renoz.financial.credit;

import io.renoz.data.Patch;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.rest.Answers;
import io.renoz.rest.Crud;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/credit-notes}. Lines are written and versioned with their note. */
@Component
@Path("credit-notes")
public final class CreditNoteResource implements Crud<CreditNoteInput, CreditNoteView> {

    private final Tables tables;
    private final CreditNoteRows notes;
    private final Drafts drafts;

    @Activate
    public CreditNoteResource(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference CreditNoteRows notes,
            @Reference Drafts drafts) {
        this.tables = tables;
        this.notes = notes;
        this.drafts = drafts;
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
}
