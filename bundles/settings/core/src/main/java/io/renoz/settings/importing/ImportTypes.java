package io.renoz.settings.importing;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports as records that their files hang on. */
@Component
public final class ImportTypes implements EntityTypeProvider {

    static final String IMPORT = "data_import";

    private final Tables tables;

    @Activate
    public ImportTypes(@Reference(target = "(domain=settings)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("settings", IMPORT, "Data import", "/api/v1/settings/data-imports/{id}")
                .with()
                .readWith("settings.import"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return type.equals(IMPORT)
                ? tables.find(DataImport.class, id).map(found -> EntityLabel.named("Import of " + found.entityType))
                : Optional.empty();
    }
}
