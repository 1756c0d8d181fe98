package io.renoz.settings.importing;

import io.renoz.data.Call;
import io.renoz.module.Partners;
import io.renoz.problem.Problem;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import io.renoz.settings.api.ImportTarget;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the modules that are on can take. */
@Component(service = Targets.class)
public final class Targets {

    private final Partners partners;
    private final EntityTypes types;

    @Activate
    public Targets(@Reference Partners partners, @Reference EntityTypes types) {
        this.partners = partners;
        this.types = types;
    }

    /** A module takes its own types. */
    private Optional<ImportTarget> find(String type) {
        Optional<String> owner = types.find(type).map(EntityType::module);
        return partners.enabled(ImportTarget.class).stream()
                .filter(partner -> owner.filter(partner.module()::equals).isPresent())
                .map(Partners.Partner::service)
                .filter(target -> target.describe().entityType().equals(type))
                .findFirst();
    }

    /**
     * The target of a type that the caller may import.
     *
     * @throws Problem {@code unknown-entity-type}, {@code forbidden}
     */
    ImportTarget require(String type) {
        ImportTarget target = find(type)
                .orElseThrow(() ->
                        Problem.of("unknown-entity-type", "No module here can import records of type " + type + "."));
        Call.current().require(target.describe().permission());
        return target;
    }
}
