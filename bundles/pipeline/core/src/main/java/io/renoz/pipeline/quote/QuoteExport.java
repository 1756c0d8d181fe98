package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.pipeline.api.QuoteStatus;
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

/** Quotes as rows of a file, with the amounts of their current versions. */
@Component
public final class QuoteExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** A quote in a row. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String quoteNumber,
            @Nullable String title,
            @Nullable UUID opportunityId,
            UUID customerId,
            String customerName,
            @Nullable UUID contactId,
            @Nullable UUID assignedTo,
            QuoteStatus status,
            int currentVersionNumber,
            LocalDate quoteDate,
            @Nullable LocalDate validUntil,
            String currency,
            BigDecimal subtotal,
            BigDecimal discountAmount,
            BigDecimal shippingAmount,
            BigDecimal taxAmount,
            BigDecimal total,
            @Nullable String notes,
            @Nullable Instant sentAt,
            @Nullable Instant acceptedAt,
            @Nullable Integer acceptedVersionNumber,
            @Nullable AcceptanceMethod acceptanceMethod,
            @Nullable String acceptedByName,
            @Nullable String customerPoNumber,
            @Nullable Instant rejectedAt,
            @Nullable UUID winLossReasonId,
            @Nullable String rejectNotes,
            @Nullable UUID orderId)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public QuoteExport(@Reference(target = "(domain=pipeline)") Tables tables) {
        export = RecordExport.of(
                        QuoteTypes.QUOTE,
                        QuoteRows.table(tables).sort("id").byName(Nothing.class, Line.class),
                        Line.class,
                        MethodHandles.lookup(),
                        Set.of("title", "customerName", "acceptedByName", "notes", "rejectNotes"))
                .dependingOn("customer", "opportunity");
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
