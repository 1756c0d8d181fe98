package io.renoz.settings.api;

import io.renoz.data.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field that the organization adds to records of a type.
 *
 * @param name for programs; never changes
 * @param required must be given when a record is created, and cannot be cleared
 * @param initial value of new records that give none
 * @param pattern regular expression that values match as a whole
 * @param patternMessage what people are told when they do not
 * @param section heading under which a form shows the field
 * @param gridWidth columns of a form of 12 columns
 * @param portalVisible shown to customers
 * @param viewRoles keys of the roles that see it; all when empty
 * @param editRoles keys of the roles that may change it; all when empty
 * @param options active ones of a select or multiselect field, in their order
 */
public record CustomFieldDefinition(
        UUID id,
        String entityType,
        String name,
        String label,
        CustomFieldType fieldType,
        boolean required,
        @Nullable Json initial,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        @Nullable String patternMessage,
        @Nullable String placeholder,
        @Nullable String helpText,
        @Nullable String section,
        int gridWidth,
        boolean showInList,
        boolean filterable,
        boolean searchable,
        boolean portalVisible,
        List<String> viewRoles,
        List<String> editRoles,
        List<Option> options) {

    public CustomFieldDefinition {
        viewRoles = List.copyOf(viewRoles);
        editRoles = List.copyOf(editRoles);
        options = List.copyOf(options);
    }

    /**
     * A choice.
     *
     * @param value what is stored
     * @param color {@code #RRGGBB}
     * @param initial chosen in new records that say nothing
     */
    public record Option(
            String value, String label, @Nullable String color, boolean initial) {}
}
