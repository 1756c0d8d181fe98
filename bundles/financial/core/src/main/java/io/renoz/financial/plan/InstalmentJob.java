package io.renoz.financial.plan;

import io.renoz.data.Tables;
import io.renoz.financial.Books;
import io.renoz.financial.FinancialSettings;
import io.renoz.financial.api.InstallmentStatus;
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

/** FIN-12: instalments become due and overdue with the days. */
@Component(service = {Job.class, InstalmentJob.class})
public final class InstalmentJob implements Job {

    private static final int BATCH = 500;
    private static final LocalTime WHEN = LocalTime.of(0, 25);

    private final Tables tables;
    private final Upkeep upkeep;
    private final Books books;

    @Activate
    public InstalmentJob(
            @Reference(target = "(domain=financial)") Tables tables, @Reference Upkeep upkeep, @Reference Books books) {
        this.tables = tables;
        this.upkeep = upkeep;
        this.books = books;
    }

    @Override
    public String name() {
        return "financial.installment-status";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(WHEN);
    }

    /** {@code from} is the instalment the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        List<Instalment> rows = moving(from.map(UUID::fromString).orElse(new UUID(0, 0)));
        upkeep.follow(rows);
        return rows.size() < BATCH
                ? Optional.empty()
                : Optional.of(rows.get(rows.size() - 1).id().toString());
    }

    private List<Instalment> moving(UUID after) {
        LocalDate today = books.today();
        return tables.entities()
                .createQuery(
                        "select i from Instalment i where i.id > :after and (i.status = :pending and i.dueDate <= :soon"
                                + " or i.status = :due and i.dueDate < :today) order by i.id",
                        Instalment.class)
                .setParameter("after", after)
                .setParameter("pending", InstallmentStatus.PENDING)
                .setParameter("due", InstallmentStatus.DUE)
                .setParameter("soon", today.plusDays(books.number(FinancialSettings.DUE_WINDOW)))
                .setParameter("today", today)
                .setMaxResults(BATCH)
                .getResultList();
    }
}
