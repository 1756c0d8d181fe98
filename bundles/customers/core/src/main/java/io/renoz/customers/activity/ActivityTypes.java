package io.renoz.customers.activity;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityType.Capability;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Calls, meetings and tasks as records that others can hang things on. */
@Component
public final class ActivityTypes implements EntityTypeProvider {

    private static final String ACTIVITY = "customer_activity";

    private final Tables tables;

    @Activate
    public ActivityTypes(@Reference(target = "(domain=customers)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("customers", ACTIVITY, "Customer activity", "/api/v1/customers/activities/{id}")
                .with(Capability.ATTACHMENTS));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return type.equals(ACTIVITY)
                ? tables.find(Activity.class, id).map(activity -> EntityLabel.named(activity.title()))
                : Optional.empty();
    }
}
