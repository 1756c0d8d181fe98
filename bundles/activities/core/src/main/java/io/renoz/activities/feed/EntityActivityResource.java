package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityView;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.module.ModuleGate;
import io.renoz.problem.Problem;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/activities/entities/…}: the history of one record. */
@Component
@Path("entities/{entity-type}/{entity-id}/activities")
public final class EntityActivityResource implements Resource {

    private static final String PARTS = "includeChildren";
    private static final Filters FILTERS = Filters.all().only("action", "userId", "createdAt");

    private final Activities activities;

    @Activate
    public EntityActivityResource(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", FILTERS.offer(PARTS));
    }

    @GET
    @Summary("History of one record with its parts; includeChildren=false leaves the parts out.")
    public Page<ActivityView> list(
            @PathParam("entity-type") String type, @PathParam("entity-id") UUID id, @Context ListQuery query) {
        var filters = new LinkedHashMap<>(query.filters());
        boolean withParts = withParts(filters.remove(PARTS));
        var rest = new ListQuery(query.limit(), query.cursor(), query.sort(), filters, query.count());
        return activities.history(type, id, withParts, rest, FILTERS);
    }

    /** ACT-08: unless said otherwise. */
    private static boolean withParts(@Nullable String asked) {
        if (asked != null && !asked.equals("true") && !asked.equals("false")) {
            throw Problem.parameter(PARTS, "Parts are included, true or false.");
        }
        return !"false".equals(asked);
    }
}
