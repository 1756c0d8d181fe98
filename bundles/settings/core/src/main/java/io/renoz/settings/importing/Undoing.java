package io.renoz.settings.importing;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.SettingsReader;
import io.renoz.settings.api.WrittenRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SET-21: takes back what an import wrote and nobody has changed since. */
@Component(service = Undoing.class)
public final class Undoing {

    private static final int BATCH = 200;

    private final Tables tables;
    private final Transactions transactions;
    private final SettingsReader settings;
    private final EventPublisher events;
    private final Clock clock;

    @Activate
    public Undoing(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference SettingsReader settings,
            @Reference EventPublisher events,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    void requireUndoable(DataImport dataImport) {
        dataImport.requireUndoable(
                clock.instant(),
                Duration.ofHours(settings.getInt(ImportSettings.CATEGORY, ImportSettings.ROLLBACK_HOURS)));
    }

    /**
     * Takes back all of it, the newest first, some rows to a transaction beside the caller's. What was taken back leaves the
     * list of the import's records, so that a call that was cut off goes on where it was.
     */
    List<WrittenRecord> undo(UUID id, ImportTarget target) {
        var kept = new ArrayList<WrittenRecord>();
        int before = Integer.MAX_VALUE;
        for (boolean more = true; more; ) {
            int from = before;
            List<WrittenRecord> batch = transactions.apart(Call.current(), () -> undo(id, target, from, kept));
            more = batch.size() == BATCH;
            before = batch.isEmpty() ? before : batch.get(batch.size() - 1).row();
        }
        return kept;
    }

    private List<WrittenRecord> undo(UUID id, ImportTarget target, int before, List<WrittenRecord> kept) {
        List<ImportedRecord> records = tables.entities()
                .createQuery(
                        "select r from ImportedRecord r where r.dataImportId = :id and r.rowNumber < :before"
                                + " order by r.rowNumber desc",
                        ImportedRecord.class)
                .setParameter("id", id)
                .setParameter("before", before)
                .setMaxResults(BATCH)
                .getResultList();
        List<WrittenRecord> written =
                records.stream().map(ImportedRecord::written).toList();
        Set<Integer> left = written.isEmpty() ? Set.of() : target.undo(written);
        written.stream().filter(record -> left.contains(record.row())).forEach(kept::add);
        records.stream().filter(record -> !left.contains(record.rowNumber)).forEach(tables::remove);
        tables.flush();
        return written;
    }

    void end(DataImport dataImport, int kept) {
        dataImport.rolledBack(clock.instant());
        events.publish(new DomainEvent(
                "settings.import.rolled-back",
                ImportTypes.IMPORT,
                dataImport.id(),
                Map.of("entityType", dataImport.entityType, "kept", kept)));
    }
}
