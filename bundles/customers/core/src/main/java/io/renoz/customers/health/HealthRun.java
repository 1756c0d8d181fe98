package io.renoz.customers.health;

import io.renoz.customers.health.Health.Band;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import java.math.BigDecimal;
import java.sql.Date;
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

/** Recomputes the health of the organization's active customers, in batches: three statements each, however many are in it. */
@Component(service = HealthRun.class)
public final class HealthRun {

    /** Where the first batch begins: before every id. */
    public static final UUID START = new UUID(0, 0);

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

    /** All of them. */
    public void run() {
        Optional<UUID> last = Optional.of(START);
        while (last.isPresent()) {
            last = runBatch(last.get());
        }
    }

    /**
     * The next 500 customers. A day that is computed twice is written over, so a run can be repeated or taken up again.
     *
     * @param after id of the last customer that was done; {@link #START} to begin
     * @return id of the last one of this batch; empty when there was none left
     */
    public Optional<UUID> runBatch(UUID after) {
        HealthTerms terms = settings.current();
        List<Standing> batch = batch(after, terms);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        var scores = new LinkedHashMap<Standing, Health>();
        batch.forEach(standing -> scores.put(standing, standing.health(terms)));
        store(scores, terms);
        scores.forEach((standing, health) -> tell(standing, health, terms));
        return Optional.of(batch.get(batch.size() - 1).customerId);
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
