package io.renoz.financial.credit;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.financial.Setup;
import io.renoz.financial.api.CreditNoteReason;
import io.renoz.financial.api.CreditNoteStatus;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Credit notes as rows of a file, without their lines. */
@Component
public final class CreditNoteExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** A credit note without its lines. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            @Nullable String creditNoteNumber,
            @Nullable UUID orderId,
            UUID customerId,
            String customerName,
            CreditNoteStatus status,
            CreditNoteReason reasonCode,
            String reason,
            @Nullable LocalDate issueDate,
            String currency,
            BigDecimal subtotal,
            BigDecimal taxAmount,
            BigDecimal amount,
            BigDecimal appliedAmount,
            BigDecimal refundedAmount,
            BigDecimal remainingAmount,
            @Nullable String internalNotes)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public CreditNoteExport(@Reference(target = "(domain=financial)") Tables tables) {
        export = RecordExport.of(
                        Setup.CREDIT_NOTE,
                        CreditNoteRows.table(tables).sort("id").byName(Nothing.class, Line.class),
                        Line.class,
                        MethodHandles.lookup(),
                        Set.of("customerName"))
                .dependingOn("customer");
    }

    @Override
    public ExportDescription describe() {
        return export.description();
    }

    @Override
    public Optional<String> read(ExportQuery query, RowSink sink) {
        return export.read(query, sink);
    }
}
