package io.renoz.customers.health;

import io.renoz.customers.health.Health.Band;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.persistence.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every night the health of the organization's active customers: three statements a batch, however many are in it. */
@Component
public final class HealthRun implements Job {

    /** Before every id. */
    private static final UUID START = new UUID(0, 0);

    private final Tables tables;
    private final HealthSettings settings;
    private final EventPublisher events;

    @Activate
    public HealthRun(
            @Reference(target = "(domain=customers)") Tables tables,
            @Reference HealthSettings settings,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public String name() {
        return "customers.health";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(2, 0));
    }

    /** The next 500 customers in the order of their ids. A day that is computed twice is written over. */
    @Override
    public Optional<String> run(Optional<String> from) {
        HealthTerms terms = settings.current();
        List<Standing> batch = batch(from.map(UUID::fromString).orElse(START), terms);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        var scores = new LinkedHashMap<Standing, Health>();
        batch.forEach(standing -> scores.put(standing, standing.health(terms)));
        store(scores, terms);
        scores.forEach((standing, health) -> tell(standing, health, terms));
        return Optional.of(batch.get(batch.size() - 1).customerId.toString());
    }

    /** What health is computed from, and the score there was. */
    private record Standing(
            UUID customerId,
            Optional<Date> lastOrder,
            int orders,
            BigDecimal value,
            int activities,
            Optional<Integer> scoreBefore) {

        static Standing of(Object[] row) {
            return new Standing(
                    (UUID) row[0],
                    Optional.ofNullable((Date) row[1]),
                    ((Number) row[2]).intValue(),
                    (BigDecimal) row[3],
                    ((Number) row[4]).intValue(),
                    Optional.ofNullable((Number) row[5]).map(Number::intValue));
        }

        Health health(HealthTerms terms) {
            BigDecimal engagement = Health.engagement(activities);
            return terms.orders()
                    ? Health.of(
                            Health.recency(lastOrder.map(Date::toLocalDate).orElse(null), terms.today()),
                            Health.frequency(orders),
                            Health.monetary(value, terms.monetaryTarget()),
                            engagement,
                            terms.weights())
                    : Health.ofEngagement(engagement);
        }
    }

    @SuppressWarnings("unchecked") // rows of several columns
    private List<Standing> batch(UUID after, HealthTerms terms) {
        List<Object[]> rows = sql(HealthSql.NEXT, after)
                .setParameter(3, Date.valueOf(terms.today()))
                .getResultList();
        var batch = new ArrayList<Standing>(rows.size());
        rows.forEach(row -> batch.add(Standing.of(row)));
        return batch;
    }

    private void store(Map<Standing, Health> scores, HealthTerms terms) {
        String json = scores.entrySet().stream()
                .map(entry -> HealthSql.json(entry.getKey().customerId, entry.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
        sql(HealthSql.WRITE_DAYS, json)
                .setParameter(3, Date.valueOf(terms.today()))
                .executeUpdate();
        sql(HealthSql.WRITE_SCORES, json).executeUpdate();
    }

    private Query sql(String text, Object second) {
        return tables.entities()
                .createNativeQuery(text)
                .setParameter(1, Call.tenant())
                .setParameter(2, second);
    }

    /** Only a change of band is told; the first score is none. */
    private void tell(Standing standing, Health health, HealthTerms terms) {
        standing.scoreBefore.ifPresent(before -> {
            Band was = terms.band(before);
            Band is = terms.band(health.score());
            if (was != is) {
                events.publish(new DomainEvent(
                        "customers.health.changed",
                        "customer",
                        standing.customerId,
                        Map.of("from", Coded.of(was), "to", Coded.of(is), "score", health.score())));
            }
        });
    }
}
