package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityFeed;
import io.renoz.activities.api.ActivityFilter;
import io.renoz.activities.api.ActivityView;
import io.renoz.data.Coded;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.module.ModuleGate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log as other modules read it. */
@Component
public final class Feed implements ActivityFeed {

    private final Activities activities;

    @Activate
    public Feed(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public Page<ActivityView> forEntity(String entityType, UUID entityId, ListQuery query) {
        return activities.page(query, History.of(entityType, entityId, true), Filters.all());
    }

    @Override
    public Map<UUID, Instant> lastActivityAt(String entityType, Collection<UUID> entityIds) {
        return activities
                .log()
                .newest(activities.fitting(
                        new Where().and("entity_type = ?", entityType).and("entity_id = any(?)", (Object)
                                entityIds.toArray(UUID[]::new))));
    }

    @Override
    public long countSince(Instant since, ActivityFilter filter) {
        Where where = where(filter).and("created_at >= ?", since.atOffset(ZoneOffset.UTC));
        return activities.log().count(activities.fitting(where));
    }

    @Override
    public void stream(ActivityFilter filter, Consumer<ActivityView> sink) {
        activities.log().each(activities.fitting(where(filter)), sink);
    }

    private static Where where(ActivityFilter filter) {
        var where = new Where();
        and(where, "module = ?", filter.module());
        and(where, "entity_type = ?", filter.entityType());
        and(where, "entity_id = ?", filter.entityId());
        and(where, "action = ?", filter.action() == null ? null : Coded.of(filter.action()));
        and(where, "user_id = ?", filter.userId());
        and(where, "customer_id = ?", filter.customerId());
        and(
                where,
                "created_at >= ?",
                filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
        and(
                where,
                "created_at < ?",
                filter.until() == null ? null : filter.until().atOffset(ZoneOffset.UTC));
        return where;
    }

    private static void and(Where where, String condition, @Nullable Object value) {
        if (value != null) {
            where.and(condition, value);
        }
    }
}
