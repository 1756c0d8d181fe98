package io.renoz.suppliers.supplier;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import io.renoz.suppliers.InspectionRequirement;
import io.renoz.suppliers.api.PaymentTerms;
import io.renoz.suppliers.api.SupplierStatus;
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

/** Suppliers as rows of a file. Their people and places are files of their own. */
@Component
public final class SupplierExport implements ExportSource {

    private static final Set<String> PERSONAL =
            Set.of("name", "legalName", "email", "phone", "website", "taxId", "registrationNumber", "notes");

    /** Nothing comes in this way. */
    record Nothing() {}

    /** A supplier without its parts. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String supplierCode,
            String name,
            @Nullable String legalName,
            SupplierStatus status,
            @Nullable String statusReason,
            @Nullable SupplierType supplierType,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String taxId,
            @Nullable String registrationNumber,
            PaymentTerms paymentTerms,
            @Nullable String currency,
            @Nullable BigDecimal defaultTaxRate,
            @Nullable BigDecimal creditLimit,
            @Nullable Integer leadTimeDays,
            @Nullable BigDecimal minimumOrderValue,
            @Nullable BigDecimal maximumOrderValue,
            @Nullable BigDecimal freightFreeOver,
            @Nullable String ourAccountNumber,
            @Nullable String orderInstructions,
            boolean isPreferred,
            @Nullable InspectionRequirement inspectionRequirement,
            @Nullable BigDecimal overallRating,
            int totalPurchaseOrders,
            BigDecimal totalPurchaseValue,
            @Nullable LocalDate lastOrderDate,
            @Nullable String notes)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public SupplierExport(@Reference(target = "(domain=suppliers)") Tables tables) {
        export = RecordExport.of(
                RecordTypes.SUPPLIER,
                SupplierRows.table(tables).sort("id").byName(Nothing.class, Line.class),
                Line.class,
                MethodHandles.lookup(),
                PERSONAL);
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
