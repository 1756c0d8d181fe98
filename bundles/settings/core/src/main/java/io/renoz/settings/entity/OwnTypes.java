package io.renoz.settings.entity;

import io.renoz.data.Call;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import io.renoz.settings.api.OrganizationDirectory;
import io.renoz.settings.api.OrganizationProfile;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other records can hang on in this module: the organization itself. */
@Component
public final class OwnTypes implements EntityTypeProvider {

    static final String ORGANIZATION = "organization";

    private final OrganizationDirectory organizations;

    @Activate
    public OwnTypes(@Reference OrganizationDirectory organizations) {
        this.organizations = organizations;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("settings", ORGANIZATION, "Organization", "/api/v1/settings/organization"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        if (!type.equals(ORGANIZATION) || !id.equals(Call.tenant())) {
            return Optional.empty();
        }
        OrganizationProfile profile = organizations.current();
        return Optional.of(EntityLabel.named(profile.name()));
    }
}
