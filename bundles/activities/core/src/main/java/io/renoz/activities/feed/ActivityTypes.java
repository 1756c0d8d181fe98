package io.renoz.activities.feed;

import io.renoz.module.ModuleGate;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entries of the log as a kind of record: they go into files, and nothing hangs on them. */
@Component
public final class ActivityTypes implements EntityTypeProvider {

    static final String ACTIVITY = "activity";

    private final Activities activities;

    @Activate
    public ActivityTypes(
            @Reference(target = "(osgi.jndi.service.name=renoz/activities)") DataSource database,
            @Reference ModuleGate gate) {
        activities = new Activities(database, gate);
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("activities", ACTIVITY, "Activity", "/api/v1/activities/activities/{id}")
                .with(EntityType.Capability.EXPORT));
    }

    /** ACT-09: an entry that the caller may not see is none. */
    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        if (!type.equals(ACTIVITY)) {
            return Optional.empty();
        }
        return activities
                .find(id)
                .map(entry -> EntityLabel.named(entry.event() == null ? entry.entityType() : entry.event()));
    }
}
