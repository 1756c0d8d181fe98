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

/** Addresses of suppliers as rows of a file. */
@Component
public final class AddressExport implements ExportSource {

    private static final Set<String> PERSONAL = Set.of("street1", "street2");

    private final RecordExport<AddressResource.View> export;

    @Activate
    public AddressExport(@Reference(target = "(domain=suppliers)") Tables tables) {
        export = RecordExport.of(
                        RecordTypes.ADDRESS,
                        tables.of(SupplierAddress.class)
                                .filter("supplierId", "addressType", "createdAt")
                                .sort("id")
                                .byName(SupplierExport.Nothing.class, AddressResource.View.class),
                        AddressResource.View.class,
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
