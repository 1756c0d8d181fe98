package io.renoz.settings.customfield;

import io.renoz.data.Audited;
import io.renoz.data.Json;
import io.renoz.data.entity.TenantRecord;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The value of one field on one record. A row that was cleared stays, so that the versions of a record's rows only rise. */
@Entity
@Table(schema = "settings", name = "custom_field_values")
@Audited(type = "custom_field_value", parent = "entityId", parentType = "{entityType}")
class FieldValue extends TenantRecord {

    UUID customFieldId;
    String entityType;
    UUID entityId;

    @Nullable
    Json value;

    @Nullable
    String valueKey;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected FieldValue() {}

    FieldValue(CustomField field, UUID entityId) {
        this.customFieldId = field.id();
        this.entityType = field.entityType;
        this.entityId = entityId;
    }

    void set(@Nullable Content content) {
        value = content == null ? null : content.json();
        valueKey = content == null ? null : content.key();
    }
}
