package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityView;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.module.ModuleGate;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/activities/entities/…}: the history of one record. */
@Component
@Path("entities/{entity-type}/{entity-id}/activities")
public final class EntityActivityResource implements Resource {

    private static final String PARTS = "includeChildren";

    private final Activities activities;

    @Activate
    public EntityActivityResource(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", Filters.offer(PARTS));
    }

    @GET
    @Summary("History of one record with its parts; includeChildren=false leaves the parts out.")
    public Page<ActivityView> list(
            @PathParam("entity-type") String type, @PathParam("entity-id") UUID id, @Context ListQuery query) {
        boolean withParts = !"false".equals(query.filters().get(PARTS));
        return activities.page(query, History.of(type, id, withParts), Set.of(PARTS));
    }
}
