package io.renoz.settings.importing;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.entity.Requester;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the rows of imports, one import after the other in each organization. A batch of the job is some seconds of one file; each
 * hundred rows of it has a transaction of its own, in the name of the person who asked for the import, and the count of rows that are
 * done is written with them. So whoever goes on after a crash goes on with the next row.
 */
@Component
public final class ImportRun implements Job {

    static final String NAME = "settings.run-imports";

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
    private static final long BATCH_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Tables tables;
    private final Transactions transactions;
    private final Partners partners;
    private final ImportFiles files;
    private final ImportBatch batch;

    @Activate
    public ImportRun(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference Partners partners,
            @Reference ImportFiles files,
            @Reference ImportBatch batch) {
        this.tables = tables;
        this.transactions = transactions;
        this.partners = partners;
        this.files = files;
        this.batch = batch;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.onDemand();
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        Optional<DataImport> running = running();
        running.ifPresent(this::proceed);
        return running.map(DataImport::id).map(UUID::toString);
    }

    private Optional<DataImport> running() {
        return tables.entities()
                .createQuery(
                        "select i from DataImport i where i.status = :running order by i.startedAt", DataImport.class)
                .setParameter("running", ImportStatus.RUNNING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** What goes wrong is written down with the import; the next one gets its turn. */
    private void proceed(DataImport dataImport) {
        UUID id = dataImport.id();
        try {
            Call person = Requester.of(dataImport.requestedBy, Optional.empty(), partners)
                    .from("import", id);
            ImportTarget target = transactions.apart(person, () -> batch.target(dataImport.entityType));
            try (SheetReader sheet = files.open(dataImport, target.describe())) {
                batch.skip(sheet, dataImport.processedRows);
                write(person, new Checking(target, dataImport.options(), sheet), sheet, id);
            }
        } catch (Problem problem) {
            fail(id, problem.slug() + ": " + problem.detail());
        } catch (IOException | RuntimeException e) {
            log.warn("Import {} failed", id, e);
            fail(id, "The rows could not be written.");
        }
    }

    private void write(Call person, Checking checking, SheetReader sheet, UUID id) throws IOException {
        long until = System.nanoTime() + BATCH_NANOS;
        boolean more = true;
        while (more && System.nanoTime() - until < 0) {
            var rows = sheet.next(ImportBatch.ROWS);
            try {
                more = transactions.apart(person, () -> batch.write(id, checking, rows));
            } catch (Problem problem) {
                transactions.apart(Call.current(), () -> {
                    batch.report(id, rows, problem);
                    return true;
                });
                throw problem;
            }
        }
    }

    private void fail(UUID id, String reason) {
        transactions.apart(Call.current(), () -> {
            batch.fail(id, reason);
            return true;
        });
    }
}
