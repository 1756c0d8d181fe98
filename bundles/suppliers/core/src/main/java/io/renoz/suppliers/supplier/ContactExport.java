package io.renoz.suppliers.supplier;

import io.renoz.data.Tables;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RecordExport;
import io.renoz.settings.api.RowSink;
import java.lang.invoke.MethodHandles;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People at suppliers as rows of a file. */
@Component
public final class ContactExport implements ExportSource {

    private static final Set<String> PERSONAL = Set.of("name", "jobTitle", "email", "phone", "mobile", "notes");

    private final RecordExport<ContactResource.View> export;

    @Activate
    public ContactExport(@Reference(target = "(domain=suppliers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.CONTACT,
                        tables.of(SupplierContact.class)
                                .filter("supplierId", "isPrimary", "createdAt")
                                .sort("id")
                                .byName(SupplierExport.Nothing.class, ContactResource.View.class),
                        ContactResource.View.class,
                        MethodHandles.lookup(),
                        PERSONAL)
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
