package io.renoz.settings.importing;

import io.renoz.data.Rows;
import io.renoz.data.Tables;
import io.renoz.data.Versioned;
import io.renoz.rest.Allow;
import io.renoz.rest.PartLists;
import io.renoz.settings.importing.ImportErrorResource.View;
import java.util.UUID;
import javax.ws.rs.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports/{parent}/errors} */
@Component
@Path("data-imports/{parent}/errors")
@Allow("settings.import")
public final class ImportErrorResource implements PartLists<View> {

    /**
     * What is wrong with a row.
     *
     * @param rowNumber line of the file; the header is 1
     * @param columnName heading of the column; left out when it is the row as a whole
     */
    public record View(
            UUID id,
            int version,
            UUID dataImportId,
            int rowNumber,
            @Nullable String columnName,
            String code,
            String message,
            @Nullable String rawValue)
            implements Versioned {}

    private final Rows<ImportError, Void, View> errors;

    @Activate
    public ImportErrorResource(@Reference(target = "(domain=settings)") Tables tables) {
        errors = tables.of(ImportError.class)
                .within("dataImportId", DataImport.class)
                .filter("columnName", "code")
                .sort("rowNumber")
                .viewed(
                        View.class,
                        error -> new View(
                                error.id(),
                                error.version(),
                                error.dataImportId,
                                error.rowNumber,
                                error.columnName,
                                error.code,
                                error.message,
                                error.rawValue));
    }

    @Override
    public Rows<ImportError, Void, View> records() {
        return errors;
    }
}
