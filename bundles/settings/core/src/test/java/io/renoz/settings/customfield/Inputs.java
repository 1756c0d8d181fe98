package io.renoz.settings.customfield;

import io.renoz.data.Json;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.customfield.CustomFieldInput.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields as tests ask for them. */
final class Inputs {

    private Inputs() {}

    static CustomFieldInput field(String name, CustomFieldType type, Option... options) {
        return field(name, type, false, null, List.of(), List.of(), options);
    }

    static CustomFieldInput required(String name) {
        return field(name, CustomFieldType.TEXT, true, null, List.of(), List.of());
    }

    static CustomFieldInput initially(String name, CustomFieldType type, String json) {
        return field(name, type, false, new Json(json), List.of(), List.of());
    }

    static CustomFieldInput guarded(String name, List<String> viewRoles, List<String> editRoles) {
        return field(name, CustomFieldType.TEXT, false, null, viewRoles, editRoles);
    }

    private static CustomFieldInput field(
            String name,
            CustomFieldType type,
            boolean required,
            @Nullable Json initial,
            List<String> viewRoles,
            List<String> editRoles,
            Option... options) {
        return new CustomFieldInput(
                "customer",
                name,
                name,
                type,
                required,
                true,
                initial,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                6,
                false,
                true,
                false,
                false,
                viewRoles,
                editRoles,
                0,
                List.of(options));
    }

    static CustomFieldInput active(CustomFieldInput it, boolean active) {
        return new CustomFieldInput(
                it.entityType(),
                it.name(),
                it.label(),
                it.fieldType(),
                it.isRequired(),
                active,
                it.defaultValue(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                6,
                false,
                true,
                false,
                false,
                it.viewRoles(),
                it.editRoles(),
                0,
                it.options());
    }

    static CustomFieldInput named(CustomFieldInput it, String entityType, String name, CustomFieldType type) {
        return new CustomFieldInput(
                entityType,
                name,
                it.label(),
                type,
                it.isRequired(),
                true,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                6,
                false,
                true,
                false,
                false,
                List.of(),
                List.of(),
                0,
                it.options());
    }
}
