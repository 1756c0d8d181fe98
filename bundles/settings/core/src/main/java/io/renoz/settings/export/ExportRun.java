package io.renoz.settings.export;

import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.problem.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the files of exports, one after the other in each organization, whenever one is asked for. A batch of the job is some
 * seconds of one file. What is written so far stays with this node; when another one takes over it begins anew.
 */
@Component
public final class ExportRun implements Job {

    static final String NAME = "settings.run-exports";

    private static final Logger log = LoggerFactory.getLogger(ExportRun.class);
    private static final long BATCH_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** An export that was left half-way comes first. */
    private static final String NEXT = """
            select id from settings.data_exports
             where organization_id = ?1 and status in ('pending', 'processing')
             order by created_at, id limit 1 for update skip locked
            """;

    private static final String PROGRESS = """
            update settings.data_exports set progress = ?3, updated_at = now()
             where organization_id = ?1 and id = ?2 and status = 'processing'
            """;

    private final Tables tables;
    private final Transactions transactions;
    private final ExportWork work;
    private final ExportEnd end;
    private final ExportTerms terms;
    private final long mostBytes;

    @Activate
    public ExportRun(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference ExportWork work,
            @Reference ExportEnd end,
            @Reference ExportTerms terms) {
        this(tables, transactions, work, end, terms, ExportWork.MOST_BYTES);
    }

    ExportRun(
            Tables tables,
            Transactions transactions,
            ExportWork work,
            ExportEnd end,
            ExportTerms terms,
            long mostBytes) {
        this.tables = tables;
        this.transactions = transactions;
        this.work = work;
        this.end = end;
        this.terms = terms;
        this.mostBytes = mostBytes;
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
        Optional<DataExport> running = from.flatMap(id -> tables.find(DataExport.class, UUID.fromString(id)))
                .filter(export -> export.status == ExportStatus.PROCESSING);
        from.filter(id -> running.isEmpty()).map(UUID::fromString).ifPresent(work::discard);
        Optional<DataExport> export = running.or(this::next);
        export.ifPresent(this::proceed);
        return export.map(DataExport::id).map(UUID::toString);
    }

    private Optional<DataExport> next() {
        List<?> ids = tables.entities()
                .createNativeQuery(NEXT)
                .setParameter(1, Call.tenant())
                .getResultList();
        Optional<DataExport> next =
                ids.stream().findFirst().map(UUID.class::cast).map(id -> tables.require(DataExport.class, id));
        next.ifPresent(export -> {
            export.begin(terms.now());
            tables.flush();
        });
        next.map(DataExport::id).ifPresent(work::discard);
        return next;
    }

    /** What goes wrong with one file is written down with its export; the next one gets its turn. */
    private void proceed(DataExport export) {
        UUID id = export.id();
        try {
            if (work.find(id).isEmpty()) {
                work.begin(export, terms, mostBytes);
                return; // the beginning is committed before anything is written
            }
            Writing writing = work.find(id).orElseThrow();
            if (work.proceed(export, writing, pause())) {
                Call person = work.person(export);
                transactions.apart(person, () -> {
                    end.complete(id, writing, terms);
                    return true;
                });
                work.discard(id);
            } else {
                progress(id, writing.progress());
            }
        } catch (Problem problem) {
            fail(id, problem.slug() + ": " + problem.detail());
        } catch (IOException | RuntimeException e) {
            log.warn("Export {} failed", id, e);
            fail(id, "The file could not be written.");
        }
    }

    private static BooleanSupplier pause() {
        long until = System.nanoTime() + BATCH_NANOS;
        return () -> System.nanoTime() - until > 0;
    }

    private void progress(UUID id, int percent) {
        tables.entities()
                .createNativeQuery(PROGRESS)
                .setParameter(1, Call.tenant())
                .setParameter(2, id)
                .setParameter(3, percent)
                .executeUpdate();
    }

    private void fail(UUID id, String reason) {
        work.discard(id);
        end.fail(id, reason, terms.now());
    }
}
