package io.renoz.customers.customer;

import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People at customers as rows of a file. */
@Component
public final class ContactExport implements ExportSource {

    private static final Set<String> PERSONAL = Set.of(
            "salutation",
            "firstName",
            "lastName",
            "title",
            "department",
            "email",
            "phone",
            "mobile",
            "birthday",
            "notes");

    /** A person with the choices they made. */
    record Line(
            UUID id,
            int version,
            Instant createdAt,
            Instant updatedAt,
            UUID customerId,
            @Nullable String salutation,
            String firstName,
            String lastName,
            @Nullable String title,
            @Nullable String department,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String mobile,
            boolean isPrimary,
            boolean isBilling,
            boolean decisionMaker,
            boolean influencer,
            Boolean isActive,
            boolean emailOptIn,
            boolean smsOptIn,
            Boolean phoneOptIn,
            @Nullable Instant emailOptInAt,
            @Nullable Instant smsOptInAt,
            @Nullable String preferredLanguage,
            @Nullable LocalDate birthday,
            @Nullable Instant lastContactedAt,
            @Nullable Instant erasedAt,
            @Nullable String notes)
            implements Versioned {}

    private final RecordExport<Line> export;

    @Activate
    public ContactExport(@Reference(target = "(domain=customers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.CONTACT,
                        tables.of(Contact.class)
                                .filter(
                                        "customerId",
                                        "email",
                                        "isPrimary",
                                        "isBilling",
                                        "isActive",
                                        "emailOptIn",
                                        "smsOptIn",
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
