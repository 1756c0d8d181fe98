package io.renoz.settings.importing;

import io.renoz.activities.api.Action;
import io.renoz.activities.api.AuditEntry;
import io.renoz.activities.api.AuditTrail;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.api.WrittenRecord.Outcome;
import io.renoz.settings.importing.Checking.Checked;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SET-21: the rows of one transaction. */
@Component(service = ImportBatch.class)
public final class ImportBatch {

    static final int ROWS = 100;

    /** Neither a version of its own nor an entry of the audit log for every hundred rows. */
    private static final String COUNT = """
            update settings.data_imports
               set processed_rows = processed_rows + ?3, created_count = created_count + ?4,
                   updated_count = updated_count + ?5, skipped_count = skipped_count + ?6, updated_at = now()
             where organization_id = ?1 and id = ?2
            """;

    private final Tables tables;
    private final Targets targets;
    private final EventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    @Activate
    public ImportBatch(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Targets targets,
            @Reference EventPublisher events,
            @Reference AuditTrail audit,
            @Reference Clock clock) {
        this.tables = tables;
        this.targets = targets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    ImportTarget target(String type) {
        return targets.require(type);
    }

    /** Passes over the rows that are done. */
    void skip(SheetReader sheet, int rows) throws IOException {
        for (int left = rows; left > 0; ) {
            int passed = sheet.next(Math.min(left, 1000)).size();
            left = passed == 0 ? 0 : left - passed;
        }
    }

    /** Writes some rows and counts them; no rows end the import. Says whether there may be more. */
    boolean write(UUID id, Checking checking, List<SheetReader.Read> rows) {
        DataImport dataImport = tables.lock(DataImport.class, id);
        if (dataImport.status != ImportStatus.RUNNING) {
            return false;
        }
        if (rows.isEmpty()) {
            complete(dataImport);
            return false;
        }
        Checked checked = checking.check(rows);
        reportNew(id, rows, checked.findings());
        List<WrittenRecord> written = checked.good().isEmpty() ? List.of() : checking.write(checked.good());
        written.forEach(record -> tables.add(new ImportedRecord(id, record)));
        tables.flush();
        int created = (int) written.stream()
                .filter(record -> record.outcome() == Outcome.CREATED)
                .count();
        tables.entities()
                .createNativeQuery(COUNT)
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .setParameter(3, rows.size())
                .setParameter(4, created)
                .setParameter(5, written.size() - created)
                .setParameter(6, checked.good().size() - written.size())
                .executeUpdate();
        return true;
    }

    /** What was found wrong only now, since something has changed after the validation. */
    private void reportNew(UUID id, List<SheetReader.Read> rows, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        Set<Integer> known = new HashSet<>(tables.entities()
                .createQuery(
                        "select e.rowNumber from ImportError e where e.dataImportId = :id"
                                + " and e.rowNumber between :first and :last",
                        Integer.class)
                .setParameter("id", id)
                .setParameter("first", rows.get(0).row().number())
                .setParameter("last", rows.get(rows.size() - 1).row().number())
                .getResultList());
        findings.stream()
                .filter(finding -> !known.contains(finding.row()))
                .forEach(finding -> tables.add(new ImportError(id, finding)));
    }

    private void complete(DataImport dataImport) {
        Instant now = clock.instant();
        dataImport.complete(now);
        tables.flush();
        int written = dataImport.createdCount + dataImport.updatedCount;
        events.publish(new DomainEvent(
                "settings.import.completed",
                ImportTypes.IMPORT,
                dataImport.id(),
                Map.of(
                        "entityType", dataImport.entityType,
                        "created", dataImport.createdCount,
                        "updated", dataImport.updatedCount,
                        "requestedBy", dataImport.requestedBy)));
        if (written > 0) {
            audit.recordBulk(
                    AuditEntry.of("settings", ImportTypes.IMPORT, dataImport.id(), Action.IMPORTED)
                            .named(dataImport.entityType)
                            .telling("settings.import.completed", "Imported " + written + " records."),
                    written);
        }
    }

    /** SET-21: the rows of a batch that could not be written. */
    void report(UUID id, List<SheetReader.Read> rows, Problem problem) {
        rows.forEach(row -> tables.add(
                new ImportError(id, new Finding(row.row().number(), null, problem.slug(), problem.detail(), null))));
        tables.flush();
    }

    void fail(UUID id, String reason) {
        DataImport dataImport = tables.lock(DataImport.class, id);
        if (dataImport.status == ImportStatus.RUNNING) {
            dataImport.fail(reason, clock.instant());
            tables.flush();
        }
    }
}
