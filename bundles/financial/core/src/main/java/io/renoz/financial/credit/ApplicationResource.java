package io.renoz.financial.credit;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/credit-notes/{parent}/applications} */
@Component
@Path("credit-notes/{parent}/applications")
public final class ApplicationResource implements PartLists<ApplicationResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            Instant createdAt,
            UUID creditNoteId,
            CreditUse use,
            @Nullable UUID orderId,
            BigDecimal amount,
            LocalDate appliedOn,
            @Nullable UUID appliedBy,
            @Nullable String refundMethod,
            @Nullable String refundReference,
            @Nullable Instant reversedAt,
            @Nullable UUID reversedBy,
            @Nullable String reverseReason)
            implements Versioned {}

    private final Rows<CreditNoteApplication, CreditNoteLineResource.Nothing, View> uses;

    @Activate
    public ApplicationResource(@Reference(target = "(domain=financial)") Tables tables) {
        uses = tables.of(CreditNoteApplication.class)
                .filter("orderId", "use")
                .sort("appliedOn")
                .within("creditNoteId", CreditNote.class)
                .byName(CreditNoteLineResource.Nothing.class, View.class);
    }

    @Override
    public Rows<CreditNoteApplication, CreditNoteLineResource.Nothing, View> records() {
        return uses;
    }
}
