package io.renoz.financial.statement;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.PartLists;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/financial/statements/{parent}/lines} */
@Component
@Path("statements/{parent}/lines")
public final class StatementLineResource implements PartLists<StatementLineResource.View> {

    /** What a caller sees. */
    public record View(
            UUID id,
            int version,
            UUID statementId,
            int lineNumber,
            LocalDate entryDate,
            StatementEntryType entryType,
            @Nullable UUID orderId,
            @Nullable String documentNumber,
            String description,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal balance)
            implements Versioned {}

    private final Rows<StatementLine, StatementResource.Nothing, View> lines;

    @Activate
    public StatementLineResource(@Reference(target = "(domain=financial)") Tables tables) {
        lines = tables.of(StatementLine.class)
                .filter("entryType")
                .sort("lineNumber")
                .within("statementId", Statement.class)
                .byName(StatementResource.Nothing.class, View.class);
    }

    @Override
    public Rows<StatementLine, StatementResource.Nothing, View> records() {
        return lines;
    }
}
