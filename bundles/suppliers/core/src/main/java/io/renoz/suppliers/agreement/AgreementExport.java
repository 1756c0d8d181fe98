package io.renoz.suppliers.agreement;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import io.renoz.suppliers.supplier.RecordTypes;
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

/** Agreements with suppliers as rows of a file, without their items. */
@Component
public final class AgreementExport implements ExportSource {

    /** Nothing comes in this way. */
    record Nothing() {}

    /** An agreement. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String agreementNumber,
            UUID supplierId,
            String title,
            @Nullable String description,
            PriceAgreementStatus status,
            @Nullable LocalDate effectiveDate,
            @Nullable LocalDate expiryDate,
            @Nullable String currency,
            @Nullable BigDecimal discountPercent,
            @Nullable BigDecimal minimumOrderValue,
            @Nullable BigDecimal commitmentValue,
            @Nullable BigDecimal rebatePercent,
            int totalItems,
            @Nullable Instant decidedAt,
            @Nullable String rejectionReason,
            @Nullable String termsAndConditions,
            @Nullable String notes)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public AgreementExport(@Reference(target = "(domain=suppliers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.AGREEMENT,
                        tables.of(PriceAgreement.class)
                                .filter("supplierId", "status", "createdAt")
                                .sort("id")
                                .byName(Nothing.class, Line.class),
                        Line.class,
                        MethodHandles.lookup(),
                        Set.of())
                .dependingOn(RecordTypes.SUPPLIER);
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
