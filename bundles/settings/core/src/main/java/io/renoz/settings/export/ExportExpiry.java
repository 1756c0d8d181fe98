package io.renoz.settings.export;

import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.JobScheduler;
import io.renoz.job.Schedule;
import io.renoz.settings.api.Attachments;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SET-20: takes away the files whose time has passed. Sees to it, too, that no export waits for a run that was lost. */
@Component
public final class ExportExpiry implements Job {

    private static final int BATCH = 50;

    private final Tables tables;
    private final Attachments attachments;
    private final JobScheduler jobs;
    private final Clock clock;

    @Activate
    public ExportExpiry(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Attachments attachments,
            @Reference JobScheduler jobs,
            @Reference Clock clock) {
        this.tables = tables;
        this.attachments = attachments;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settings.expire-exports";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        if (from.isEmpty() && waiting()) {
            jobs.runNow(ExportRun.NAME);
        }
        List<DataExport> passed = tables.entities()
                .createQuery(
                        "select e from DataExport e where e.status = :completed and e.expiresAt <= :now order by e.id",
                        DataExport.class)
                .setParameter("completed", ExportStatus.COMPLETED)
                .setParameter("now", clock.instant())
                .setMaxResults(BATCH)
                .getResultList();
        passed.forEach(this::expire);
        tables.flush();
        return passed.size() < BATCH ? Optional.empty() : Optional.of("more");
    }

    private void expire(DataExport export) {
        UUID file = export.attachmentId;
        export.expire();
        if (file != null) {
            attachments.delete(file);
        }
    }

    private boolean waiting() {
        return tables.entities()
                        .createQuery("select count(e) from DataExport e where e.status in :open", Long.class)
                        .setParameter("open", List.of(ExportStatus.PENDING, ExportStatus.PROCESSING))
                        .getSingleResult()
                > 0;
    }
}
