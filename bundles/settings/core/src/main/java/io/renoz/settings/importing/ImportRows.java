package io.renoz.settings.importing;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.settings.importing.DataImportResource.Input;
import io.renoz.settings.importing.DataImportResource.View;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports as a collection, for all resources whose answer is an import. */
@Component(service = ImportRows.class)
public final class ImportRows {

    private final Rows<DataImport, Input, View> rows;

    @Activate
    public ImportRows(@Reference(target = "(domain=settings)") Tables tables) {
        rows = tables.of(DataImport.class)
                .filter("status", "entityType", "requestedBy")
                .sort("-createdAt", "createdAt")
                .byName(Input.class, View.class);
    }

    Rows<DataImport, Input, View> rows() {
        return rows;
    }
}
