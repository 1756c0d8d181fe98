package io.renoz.settings.importing;

import io.renoz.data.Json;
import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.PartLists;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.importing.ImportRecordResource.View;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports/{parent}/records}: what an import wrote; once it was rolled back, what it left. */
@Component
@Path("data-imports/{parent}/records")
@Allow("settings.import")
public final class ImportRecordResource implements PartLists<View> {

    /**
     * What became of a row.
     *
     * @param entityVersion version of the record once the import had written it
     * @param previousValues what an update changed, as it was
     */
    public record View(
            UUID id,
            int version,
            UUID dataImportId,
            int rowNumber,
            UUID entityId,
            int entityVersion,
            WrittenRecord.Outcome outcome,
            @Nullable Json previousValues)
            implements Versioned {}

    private final Rows<ImportedRecord, Void, View> records;

    @Activate
    public ImportRecordResource(@Reference(target = "(domain=settings)") Tables tables) {
        records = tables.of(ImportedRecord.class)
                .within("dataImportId", DataImport.class)
                .filter("outcome")
                .sort("rowNumber")
                .viewed(
                        View.class,
                        record -> new View(
                                record.id(),
                                record.version(),
                                record.dataImportId,
                                record.rowNumber,
                                record.entityId,
                                record.entityVersion,
                                record.outcome,
                                record.previousValues));
    }

    @Override
    public Rows<ImportedRecord, Void, View> records() {
        return records;
    }
}
