package io.renoz.financial.credit;

import io.renoz.data.Rows;
import io.renoz.data.Table;
import io.renoz.data.Tables;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit notes as a collection, for all whose answer is a credit note. */
@Component(service = CreditNoteRows.class)
public final class CreditNoteRows {

    private final Tables tables;
    private final Rows<CreditNote, CreditNoteInput, CreditNoteView> rows;

    @Activate
    public CreditNoteRows(@Reference(target = "(domain=financial)") Tables tables) {
        this.tables = tables;
        this.rows = table(tables).byName(CreditNoteInput.class, CreditNoteView.class);
    }

    static Table<CreditNote> table(Tables tables) {
        return tables.of(CreditNote.class)
                .filter("status", "customerId", "orderId", "reasonCode", "issueDate", "createdAt")
                .search("creditNoteNumber", "customerName", "reason")
                .sort("-createdAt", "creditNoteNumber", "issueDate", "amount");
    }

    Rows<CreditNote, CreditNoteInput, CreditNoteView> rows() {
        return rows;
    }

    /** FIN-06: one that nobody else uses, or issues, until the transaction ends. */
    CreditNote lock(UUID id) {
        return tables.lock(CreditNote.class, id);
    }

    /** The note as it is stored now. */
    CreditNoteView stored(CreditNote note) {
        tables.flush();
        return rows.view(note);
    }
}
