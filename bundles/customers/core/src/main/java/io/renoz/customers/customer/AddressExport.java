package io.renoz.customers.customer;

import io.renoz.customers.api.AddressType;
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

/** Addresses of customers as rows of a file. */
@Component
public final class AddressExport implements ExportSource {

    private static final Set<String> PERSONAL =
            Set.of("label", "attention", "street1", "street2", "latitude", "longitude", "accessNotes", "notes");

    /** An address. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            AddressType type,
            @Nullable String label,
            boolean isPrimary,
            @Nullable String attention,
            String street1,
            @Nullable String street2,
            String city,
            @Nullable String state,
            String postcode,
            @Nullable String country,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude,
            @Nullable String accessNotes,
            @Nullable String notes,
            Boolean isActive)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public AddressExport(@Reference(target = "(domain=customers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.ADDRESS,
                        tables.of(Address.class)
                                .filter(
                                        "customerId",
                                        "type",
                                        "isPrimary",
                                        "isActive",
                                        "postcode",
                                        "city",
                                        "country",
                                        "createdAt")
                                .sort("id")
                                .byName(CustomerExport.Nothing.class, Line.class),
                        Line.class,
                        MethodHandles.lookup(),
                        PERSONAL)
                .dependingOn(RecordTypes.CUSTOMER);
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
