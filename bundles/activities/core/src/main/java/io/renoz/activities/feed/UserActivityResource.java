package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityView;
import io.renoz.data.Call;
import io.renoz.data.ListQuery;
import io.renoz.data.Offer;
import io.renoz.data.Page;
import io.renoz.module.ModuleGate;
import io.renoz.rest.Allow;
import io.renoz.rest.Resource;
import io.renoz.rest.Summary;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/activities/users/…}: what one user did. */
@Component
@Path("users/{user-id}/activities")
public final class UserActivityResource implements Resource {

    private static final Filters FILTERS = Filters.all().only("entityType", "action", "createdAt");

    private final Activities activities;

    @Activate
    public UserActivityResource(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public Map<String, Offer> offers() {
        return Map.of("list", FILTERS.offer());
    }

    @GET
    @Allow(Allow.SIGNED_IN)
    @Summary("What one user did: one's own always, others' with activities.read.")
    public Page<ActivityView> list(@PathParam("user-id") UUID user, @Context ListQuery query) {
        if (!Call.user().filter(user::equals).isPresent()) {
            Call.current().require("activities.read");
        }
        return activities.of(user, query, FILTERS);
    }
}
