package io.renoz.settings.customfield;

import io.renoz.data.Audited;
import io.renoz.data.entity.TenantRecord;
import io.renoz.settings.api.CustomFieldDefinition;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A choice of a select or multiselect field. */
@Entity
@Table(schema = "settings", name = "custom_field_options")
@Audited(type = "custom_field_option", name = "value", parent = "customFieldId", parentType = "custom_field")
class FieldOption extends TenantRecord {

    UUID customFieldId;
    String value;
    String label;

    @Nullable
    String color;

    boolean isDefault;
    Boolean isActive;
    Integer sortOrder;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected FieldOption() {}

    CustomFieldDefinition.Option offered() {
        return new CustomFieldDefinition.Option(value, label, color, isDefault);
    }
}
