package io.renoz.settings.importing;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.importing.Checking.Checked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SET-21: checks every row of a file before the first is written. */
@Component(service = Validation.class)
public final class Validation {

    private static final int ROWS_A_BATCH = 500;

    /** Findings that are kept; whoever has so many begins with the first ones. */
    private static final int MOST_FINDINGS = 10_000;

    private static final String FORGET =
            "delete from settings.data_import_errors where organization_id = ?1 and data_import_id = ?2";

    private final Tables tables;
    private final ImportFiles files;
    private final Targets targets;

    @Activate
    public Validation(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference ImportFiles files,
            @Reference Targets targets) {
        this.tables = tables;
        this.files = files;
        this.targets = targets;
    }

    /**
     * Checks the file of an import that is known to be validating.
     *
     * @throws io.renoz.problem.Problem {@code unreadable-file}
     */
    void check(UUID id) {
        DataImport dataImport = tables.lock(DataImport.class, id);
        ImportTarget target = targets.require(dataImport.entityType);
        tables.entities()
                .createNativeQuery(FORGET)
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .executeUpdate();
        try (SheetReader sheet = files.open(dataImport, target.describe())) {
            check(dataImport, sheet, new Checking(target, dataImport.options(), sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tables.flush();
    }

    /** @throws io.renoz.problem.Problem {@code unknown-entity-type}, {@code forbidden} */
    ImportDescription description(String type) {
        return targets.require(type).describe();
    }

    private void check(DataImport dataImport, SheetReader sheet, Checking checking) throws IOException {
        int total = 0;
        int valid = 0;
        int kept = 0;
        for (List<SheetReader.Read> rows = sheet.next(ROWS_A_BATCH); !rows.isEmpty(); rows = sheet.next(ROWS_A_BATCH)) {
            Checked checked = checking.check(rows);
            total += rows.size();
            valid += checked.good().size();
            for (Finding finding : checked.findings()) {
                if (kept++ < MOST_FINDINGS) {
                    tables.add(new ImportError(dataImport.id(), finding));
                }
            }
        }
        dataImport.validated(total, valid);
    }

    /** The file of an import cannot be read. */
    void fail(UUID id, String reason, Instant now) {
        tables.lock(DataImport.class, id).fail(reason, now);
        tables.flush();
    }
}
