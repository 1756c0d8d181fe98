package io.renoz.pipeline.quote;

import io.renoz.data.Tables;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.pipeline.Numbers;
import io.renoz.pipeline.api.QuoteStatus;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** PIP-14: notes every night which offers have run out. */
@Component
public final class ExpireQuotes implements Job {

    private static final int BATCH = 200;
    private static final LocalTime NIGHT = LocalTime.of(0, 20);

    private final Tables tables;
    private final Outcomes outcomes;
    private final Numbers numbers;

    @Activate
    public ExpireQuotes(
            @Reference(target = "(domain=pipeline)") Tables tables,
            @Reference Outcomes outcomes,
            @Reference Numbers numbers) {
        this.tables = tables;
        this.outcomes = outcomes;
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "pipeline.expire-quotes";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(NIGHT);
    }

    /** {@code from} is the quote the batch before ended with. */
    @Override
    public Optional<String> run(Optional<String> from) {
        List<Quote> over = tables.entities()
                .createQuery(
                        "select q from Quote q where q.status = :sent and q.validUntil < :today and q.deletedAt is null"
                                + " and q.id > :after order by q.id",
                        Quote.class)
                .setParameter("sent", QuoteStatus.SENT)
                .setParameter("today", numbers.today())
                .setParameter("after", from.map(UUID::fromString).orElse(new UUID(0, 0)))
                .setMaxResults(BATCH)
                .getResultList();
        over.forEach(outcomes::expire);
        tables.flush();
        return over.size() < BATCH
                ? Optional.empty()
                : Optional.of(over.get(over.size() - 1).id().toString());
    }
}
