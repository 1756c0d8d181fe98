package io.renoz.activities.feed;

import io.renoz.activities.api.ActivityView;
import io.renoz.data.Records;
import io.renoz.module.ModuleGate;
import io.renoz.rest.Reads;
import javax.sql.DataSource;
import javax.ws.rs.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/v1/activities/activities}: the whole log. */
@Component
@Path("activities")
public final class ActivityResource implements Reads<ActivityView> {

    private final Activities activities;

    @Activate
    public ActivityResource(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public Records<Void, ActivityView> records() {
        return activities;
    }
}
