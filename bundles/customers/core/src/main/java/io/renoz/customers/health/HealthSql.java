package io.renoz.customers.health;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** The statements of a batch: 1 is the organization, 2 the scores as JSON, or the id to go on after, 3 the day. */
final class HealthSql {

    /** CUS-16: the 500 active customers that follow, with what their health is computed from. */
    static final String NEXT = """
            select c.id, m.last_order_date, coalesce(m.orders_last_365_days, 0), coalesce(m.value_last_365_days, 0.00),
                   (select count(*) from customers.customer_activities a
                     where a.organization_id = ?1 and a.customer_id = c.id
                       and a.direction in ('inbound', 'outbound') and a.created_at >= cast(?3 as date) - 90),
                   m.health_score
              from customers.customers c
              left join customers.customer_metrics m on m.organization_id = ?1 and m.customer_id = c.id
             where c.organization_id = ?1 and c.id > ?2 and c.status = 'active' and c.deleted_at is null
             order by c.id
             limit 500
            """;

    static final String WRITE_DAYS = """
            insert into customers.customer_health_metrics as h
                   (organization_id, customer_id, metric_date,
                    recency_score, frequency_score, monetary_score, engagement_score, overall_score)
            select ?1, s.id, cast(?3 as date), s.recency, s.frequency, s.monetary, s.engagement, s.overall
              from jsonb_to_recordset(cast(?2 as jsonb)) as s (id uuid, recency numeric, frequency numeric,
                   monetary numeric, engagement numeric, overall numeric)
            on conflict (organization_id, customer_id, metric_date) do update
               set recency_score = excluded.recency_score, frequency_score = excluded.frequency_score,
                   monetary_score = excluded.monetary_score, engagement_score = excluded.engagement_score,
                   overall_score = excluded.overall_score, version = h.version + 1
            """;

    static final String WRITE_SCORES = """
            insert into customers.customer_metrics as m (organization_id, customer_id, health_score, health_score_updated_at)
            select ?1, s.id, s.score, now()
              from jsonb_to_recordset(cast(?2 as jsonb)) as s (id uuid, score int)
            on conflict (organization_id, customer_id) do update
               set health_score = excluded.health_score, health_score_updated_at = excluded.health_score_updated_at,
                   version = m.version + 1
            """;

    private HealthSql() {}

    /** One record of the set; ids and numbers need no quoting but their own. */
    static String json(UUID id, Health health) {
        return "{\"id\":\"" + id + "\",\"recency\":" + number(health.recency())
                + ",\"frequency\":" + number(health.frequency())
                + ",\"monetary\":" + number(health.monetary())
                + ",\"engagement\":" + health.engagement()
                + ",\"overall\":" + health.overall()
                + ",\"score\":" + health.score() + "}";
    }

    private static String number(Optional<BigDecimal> score) {
        return score.map(BigDecimal::toPlainString).orElse("null");
    }
}
