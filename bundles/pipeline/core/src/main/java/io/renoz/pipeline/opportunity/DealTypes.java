package io.renoz.pipeline.opportunity;

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

/** Opportunities and what is done for them, as records that others can hang things on. */
@Component
public final class DealTypes implements EntityTypeProvider {

    static final String OPPORTUNITY = "opportunity";
    static final String ACTIVITY = "opportunity_activity";

    private static final String MODULE = "pipeline";

    private final Tables tables;

    @Activate
    public DealTypes(@Reference(target = "(domain=pipeline)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(
                EntityType.of(MODULE, OPPORTUNITY, "Opportunity", "/api/v1/pipeline/opportunities/{id}"),
                EntityType.of(MODULE, ACTIVITY, "Opportunity activity", "/api/v1/pipeline/activities/{id}")
                        .with(Capability.ATTACHMENTS));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return switch (type) {
            case OPPORTUNITY ->
                tables.find(Opportunity.class, id)
                        .map(found -> EntityLabel.numbered(found.title, found.opportunityNumber));
            case ACTIVITY -> tables.find(OpportunityActivity.class, id).map(found -> EntityLabel.named(found.title()));
            default -> Optional.empty();
        };
    }
}
