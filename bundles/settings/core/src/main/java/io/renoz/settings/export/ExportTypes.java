package io.renoz.settings.export;

import io.renoz.data.Tables;
import io.renoz.settings.api.EntityLabel;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypeProvider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports as records that their files hang on. SET-20: seen by the person who asked for it and by admins, like the file. */
@Component
public final class ExportTypes implements EntityTypeProvider {

    static final String EXPORT = "data_export";

    private final Tables tables;

    @Activate
    public ExportTypes(@Reference(target = "(domain=settings)") Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<EntityType> list() {
        return List.of(EntityType.of("settings", EXPORT, "Data export", "/api/v1/settings/data-exports/{id}")
                .with()
                .readWith("settings.export"));
    }

    @Override
    public Optional<EntityLabel> label(String type, UUID id) {
        return type.equals(EXPORT)
                ? tables.find(DataExport.class, id)
                        .filter(DataExportResource::mayFetch)
                        .map(export -> EntityLabel.named(Objects.requireNonNullElse(export.fileName, "Data export")))
                : Optional.empty();
    }
}
