package io.renoz.financial.credit;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.financial.api.TaxType;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/credit-notes/{parent}/line-items} */
@Component
@Path("credit-notes/{parent}/line-items")
public final class CreditNoteLineResource implements PartLists<CreditNoteLineResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID creditNoteId,
            int lineNumber,
            @Nullable UUID orderLineItemId,
            @Nullable UUID productId,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            TaxType taxType,
            BigDecimal taxRate,
            BigDecimal lineSubtotal,
            BigDecimal taxAmount,
            BigDecimal lineTotal,
            boolean restock)
            implements Versioned {}

    /** Nothing comes in this way. */
    public record Nothing() {}

    private final Rows<CreditNoteLine, Nothing, View> lines;

    @Activate
    public CreditNoteLineResource(@Reference(target = "(domain=financial)") Tables tables) {
        lines = tables.of(CreditNoteLine.class)
                .filter("orderLineItemId")
                .sort("lineNumber")
                .within("creditNoteId", CreditNote.class)
                .byName(Nothing.class, View.class);
    }

    @Override
    public Rows<CreditNoteLine, Nothing, View> records() {
        return lines;
    }
}
