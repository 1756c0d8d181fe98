package io.renoz.customers.customer;

import io.renoz.customers.api.CustomerStatus;
import io.renoz.customers.api.CustomerType;
import io.renoz.data.Json;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts as rows of a file. Their people and places are files of their own. */
@Component
public final class CustomerExport implements ExportSource {

    private static final Set<String> PERSONAL = Set.of(
            "name", "legalName", "email", "phone", "website", "taxId", "registrationNumber", "notes", "metadata");

    /** Nothing comes in this way. */
    record Nothing() {}

    /** An account without its parts. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            String customerCode,
            String name,
            @Nullable String legalName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            CustomerStatus status,
            @Nullable String statusReason,
            CustomerType type,
            @Nullable CustomerSize size,
            @Nullable String industry,
            @Nullable String taxId,
            @Nullable String registrationNumber,
            boolean taxExempt,
            @Nullable UUID parentId,
            @Nullable UUID ownerId,
            @Nullable String leadSource,
            @Nullable String preferredLanguage,
            @Nullable Integer paymentTermsDays,
            @Nullable BigDecimal creditLimit,
            boolean creditHold,
            @Nullable String creditHoldReason,
            @Nullable String notes,
            @Nullable String externalRef,
            @Nullable Json metadata)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public CustomerExport(@Reference(target = "(domain=customers)") Tables tables) {
        export = RecordExport.of(
                RecordTypes.CUSTOMER,
                CustomerRows.table(tables).sort("id").byName(Nothing.class, Line.class),
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
