package io.renoz.settings.importing;

import io.renoz.data.Page;
import io.renoz.data.Tables;
import io.renoz.rest.Allow;
import io.renoz.rest.Answers;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.importing.Checking.Checked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/settings/data-imports/{id}/preview} */
@Component
@Path("data-imports/{id}/preview")
@Allow("settings.import")
public final class ImportPreviewResource implements Resource {

    private static final int ROWS = 10;

    /** What would become of a row. */
    enum Plan {
        CREATE,
        UPDATE,
        SKIP,
        REFUSE
    }

    /**
     * A row as it would be written.
     *
     * @param recordId the record it means, if there is one
     * @param values by name of the field
     */
    public record View(
            int rowNumber, Plan plan, @Nullable UUID recordId, Map<String, Object> values, List<Wrong> errors) {}

    /** What is wrong with it. */
    public record Wrong(@Nullable String columnName, String code, String message) {}

    private final Tables tables;
    private final ImportFiles files;
    private final Targets targets;

    @Activate
    public ImportPreviewResource(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference ImportFiles files,
            @Reference Targets targets) {
        this.tables = tables;
        this.files = files;
        this.targets = targets;
    }

    @GET
    @Summary("The first ten rows as they would be written.")
    @Answers("unreadable-file")
    public Page<View> preview(@PathParam("id") UUID id) {
        DataImport dataImport = tables.require(DataImport.class, id);
        ImportTarget target = targets.require(dataImport.entityType);
        try (SheetReader sheet = files.open(dataImport, target.describe())) {
            List<SheetReader.Read> rows = sheet.next(ROWS);
            Checked checked = new Checking(target, dataImport.options(), sheet).check(rows);
            return Page.of(
                    rows.stream().map(row -> view(dataImport, row, checked)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static View view(DataImport dataImport, SheetReader.Read read, Checked checked) {
        int number = read.row().number();
        UUID match = checked.matches().get(number);
        List<Wrong> errors = checked.findings().stream()
                .filter(finding -> finding.row() == number)
                .map(finding -> new Wrong(finding.column(), finding.code(), finding.message()))
                .toList();
        return new View(
                number,
                errors.isEmpty() ? plan(dataImport, match != null) : Plan.REFUSE,
                match,
                new TreeMap<>(read.row().values()),
                errors);
    }

    private static Plan plan(DataImport dataImport, boolean matched) {
        if (!matched) {
            return Plan.CREATE;
        }
        if (dataImport.mode != ImportMode.CREATE || dataImport.duplicateHandling == DuplicateHandling.MERGE) {
            return Plan.UPDATE;
        }
        return dataImport.duplicateHandling == DuplicateHandling.SKIP ? Plan.SKIP : Plan.CREATE;
    }
}
