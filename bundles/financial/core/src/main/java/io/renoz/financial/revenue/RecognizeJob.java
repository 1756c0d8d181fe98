package io.renoz.financial.revenue;

import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** FIN-19: planned revenue is recognized when its day has come. What lies in a closed period stays as it is. */
@Component(service = {Job.class, RecognizeJob.class})
public final class RecognizeJob implements Job {

    private static final int BATCH = 500;
    private static final LocalTime WHEN = LocalTime.of(1, 0);
    private static final LocalDate EVER = LocalDate.of(1970, 1, 1);

    private final Tables tables;
    private final Revenue revenue;
    private final Books books;

    @Activate
    public RecognizeJob(
            @Reference(target = "(domain=financial)") Tables tables,
            @Reference Revenue revenue,
            @Reference Books books) {
        this.tables = tables;
        this.revenue = revenue;
        this.books = books;
    }

    @Override
    public String name() {
        return "financial.recognize";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(WHEN);
    }

    /** {@code from} is the entry the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        List<Recognition> due = tables.entities()
                .createQuery(
                        "select r from Recognition r where r.state = :pending and r.recognitionDate <= :today"
                                + " and r.recognitionDate > :locked and r.id > :after order by r.id",
                        Recognition.class)
                .setParameter("pending", RecognitionState.PENDING)
                .setParameter("today", books.today())
                .setParameter("locked", books.lockedUntil().orElse(EVER))
                .setParameter("after", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(BATCH)
                .getResultList();
        for (Recognition entry : due) {
            entry.recognize();
            revenue.tell("recognized", entry);
        }
        return due.size() < BATCH
                ? Optional.empty()
                : Optional.of(due.get(due.size() - 1).id().toString());
    }
}
