package io.renoz.settings.customfield;

import io.renoz.data.Audited;
import io.renoz.data.Emits;
import io.renoz.data.Json;
import io.renoz.data.Parts;
import io.renoz.data.entity.TenantRecord;
import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldDefinition;
import io.renoz.settings.api.CustomFieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.persistence.Entity;
import javax.persistence.PostLoad;
import javax.persistence.Table;
import javax.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A field that the organization adds to records of one type. */
@Entity
@Table(schema = "settings", name = "custom_fields")
@Audited(type = "custom_field", name = "name")
@Emits(type = "custom-field")
class CustomField extends TenantRecord {

    String entityType;
    String name;
    String label;
    CustomFieldType fieldType;
    boolean isRequired;
    Boolean isActive;

    @Nullable
    Json defaultValue;

    @Nullable
    BigDecimal minValue;

    @Nullable
    BigDecimal maxValue;

    @Nullable
    Integer minLength;

    @Nullable
    Integer maxLength;

    @Nullable
    String pattern;

    @Nullable
    String patternMessage;

    @Nullable
    String placeholder;

    @Nullable
    String helpText;

    @Nullable
    String section;

    Integer gridWidth;
    boolean showInList;
    boolean isFilterable;
    boolean isSearchable;
    boolean portalVisible;
    String[] viewRoles = {};
    String[] editRoles = {};
    Integer sortOrder;

    @Transient
    @Parts("customFieldId")
    List<FieldOption> options = new ArrayList<>();

    /** As the row was read; null for a new one. */
    @Transient
    private @Nullable Stored stored;

    /** What changes of a field are held against. */
    record Stored(String entityType, String name, CustomFieldType fieldType, boolean isActive) {}

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider, or from an input
    protected CustomField() {}

    @PostLoad
    void loaded() {
        stored = new Stored(entityType, name, fieldType, isActive);
        viewRoles = viewRoles == null ? new String[0] : viewRoles;
        editRoles = editRoles == null ? new String[0] : editRoles;
    }

    Optional<Stored> stored() {
        return Optional.ofNullable(stored);
    }

    /** SET-16: programs know a field by its type of record and its name. */
    void keepName() {
        if (stored != null && !stored.name.equals(name)) {
            throw Problem.invalid("name", "A field keeps its name.");
        }
        if (stored != null && !stored.entityType.equals(entityType)) {
            throw Problem.invalid("entityType", "A field stays with its type of record.");
        }
    }

    /** Options in the order in which they are shown. */
    List<FieldOption> ordered() {
        return options.stream()
                .sorted(Comparator.comparing((FieldOption option) -> option.sortOrder)
                        .thenComparing(FieldOption::id))
                .toList();
    }

    boolean seenBy(Roles roles) {
        return roles.any(viewRoles);
    }

    boolean changedBy(Roles roles) {
        return roles.any(editRoles);
    }

    CustomFieldDefinition definition() {
        return new CustomFieldDefinition(
                id(),
                entityType,
                name,
                label,
                fieldType,
                isRequired,
                defaultValue,
                minValue,
                maxValue,
                minLength,
                maxLength,
                pattern,
                patternMessage,
                placeholder,
                helpText,
                section,
                gridWidth,
                showInList,
                isFilterable,
                isSearchable,
                portalVisible,
                List.of(viewRoles),
                List.of(editRoles),
                ordered().stream()
                        .filter(option -> option.isActive)
                        .map(FieldOption::offered)
                        .toList());
    }
}
