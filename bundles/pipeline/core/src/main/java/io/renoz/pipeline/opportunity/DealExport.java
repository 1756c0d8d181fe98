package io.renoz.pipeline.opportunity;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.pipeline.api.OpportunitySource;
import io.renoz.pipeline.api.OpportunityStage;
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

/** Opportunities as rows of a file. */
@Component
public final class DealExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** An opportunity in a row. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String opportunityNumber,
            String title,
            @Nullable String description,
            UUID customerId,
            @Nullable UUID contactId,
            @Nullable UUID siteAddressId,
            @Nullable UUID assignedTo,
            OpportunityStage stage,
            Instant stageChangedAt,
            BigDecimal probability,
            BigDecimal value,
            BigDecimal weightedValue,
            @Nullable OpportunitySource source,
            @Nullable String sourceDetail,
            @Nullable LocalDate expectedCloseDate,
            @Nullable LocalDate actualCloseDate,
            @Nullable LocalDate followUpDate,
            @Nullable UUID winLossReasonId,
            @Nullable String lostNotes,
            @Nullable String competitorName,
            @Nullable BigDecimal budgetAmount,
            @Nullable UUID orderId,
            @Nullable String externalRef)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public DealExport(@Reference(target = "(domain=pipeline)") Tables tables) {
        export = RecordExport.of(
                        DealTypes.OPPORTUNITY,
                        OpportunityRows.table(tables).sort("id").byName(Nothing.class, Line.class),
                        Line.class,
                        MethodHandles.lookup(),
                        Set.of("title", "description", "lostNotes", "sourceDetail"))
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
