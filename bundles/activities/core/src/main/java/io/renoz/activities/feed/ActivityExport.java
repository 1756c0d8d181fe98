package io.renoz.activities.feed;

import static io.renoz.settings.api.ExportField.personal;

import io.renoz.activities.api.ActivityView;
import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Page;
import io.renoz.module.ModuleGate;
import io.renoz.settings.api.ExportDescription;
import io.renoz.settings.api.ExportField;
import io.renoz.settings.api.ExportQuery;
import io.renoz.settings.api.ExportSource;
import io.renoz.settings.api.RowSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log in files, oldest entry first: what the person who asks may see of it, who needs {@code activities.export}. */
@Component
public final class ActivityExport implements ExportSource {

    private static final List<ExportField> FIELDS = List.of(
            ExportField.of("id"),
            ExportField.of("createdAt"),
            ExportField.of("userId"),
            ExportField.of("actorType"),
            personal("actorName"),
            ExportField.of("onBehalfOf"),
            ExportField.of("apiTokenId"),
            ExportField.of("sessionId"),
            ExportField.of("module"),
            ExportField.of("entityType"),
            ExportField.of("entityId"),
            personal("entityName"),
            ExportField.of("parentType"),
            ExportField.of("parentId"),
            ExportField.of("customerId"),
            ExportField.of("action"),
            ExportField.of("event"),
            personal("description"),
            personal("changes"),
            ExportField.of("changedFields"),
            personal("metadata"),
            ExportField.of("source"),
            ExportField.of("sourceRef"),
            ExportField.of("sensitivity"),
            ExportField.of("recordCount"),
            ExportField.of("requestId"),
            personal("ipAddress"),
            personal("userAgent"));

    private static final Set<String> FILTERS = Set.of(
            "module",
            "entityType",
            "entityId",
            "action",
            "userId",
            "customerId",
            "source",
            "createdAt.gt",
            "createdAt.gte",
            "createdAt.lt",
            "createdAt.lte");

    private final Activities activities;

    @Activate
    public ActivityExport(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public ExportDescription describe() {
        return new ExportDescription(ActivityTypes.ACTIVITY, FIELDS, Set.of(), FILTERS);
    }

    @Override
    public Optional<String> read(ExportQuery query, RowSink sink) {
        Call.current().require("activities.export");
        ListQuery all = query.list();
        Page<ActivityView> page = activities.list(
                new ListQuery(all.limit(), all.cursor(), Optional.of("createdAt"), all.filters(), false));
        page.items().forEach(entry -> sink.write(values(entry)));
        return Optional.ofNullable(page.next());
    }

    private static Map<String, @Nullable Object> values(ActivityView entry) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("id", entry.id());
        values.put("createdAt", entry.createdAt());
        values.put("userId", entry.userId());
        values.put("actorType", entry.actorType());
        values.put("actorName", entry.actorName());
        values.put("onBehalfOf", entry.onBehalfOf());
        values.put("apiTokenId", entry.apiTokenId());
        values.put("sessionId", entry.sessionId());
        values.put("module", entry.module());
        values.put("entityType", entry.entityType());
        values.put("entityId", entry.entityId());
        values.put("entityName", entry.entityName());
        values.put("parentType", entry.parentType());
        values.put("parentId", entry.parentId());
        values.put("customerId", entry.customerId());
        values.put("action", entry.action());
        values.put("event", entry.event());
        values.put("description", entry.description());
        values.put("changes", entry.changes());
        values.put("changedFields", String.join(" ", entry.changedFields()));
        values.put("metadata", entry.metadata());
        values.put("source", entry.source());
        values.put("sourceRef", entry.sourceRef());
        values.put("sensitivity", entry.sensitivity());
        values.put("recordCount", entry.recordCount());
        values.put("requestId", entry.requestId());
        values.put("ipAddress", entry.ipAddress());
        values.put("userAgent", entry.userAgent());
        return values;
    }
}
