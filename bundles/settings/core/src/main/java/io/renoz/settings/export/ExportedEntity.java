package io.renoz.settings.export;

import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import java.util.List;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One kind of record within an export. */
@Entity
@Table(schema = "settings", name = "data_export_entities")
class ExportedEntity extends TenantRecord {

    UUID dataExportId;
    String entityType;
    boolean isDependency;

    @Nullable
    Json filters;

    String @Nullable [] includedFields;

    @Nullable
    Integer recordCount;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected ExportedEntity() {}

    /** One that others depend on. */
    static ExportedEntity dependency(UUID export, String type) {
        var entity = new ExportedEntity();
        entity.dataExportId = export;
        entity.entityType = type;
        entity.isDependency = true;
        return entity;
    }

    /** The fields asked for; none means all. */
    List<String> fields() {
        return includedFields == null ? List.of() : List.of(includedFields);
    }
}
