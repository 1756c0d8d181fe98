package io.renoz.settings.customfield;

import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldType;
import io.renoz.settings.api.EntityType;
import io.renoz.settings.api.EntityTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What may be made of the definitions of fields. */
final class Definitions {

    private static final int MOST_ACTIVE = 50;

    private final Tables tables;
    private final Uses uses;
    private final EntityTypes types;

    Definitions(Tables tables, Uses uses, EntityTypes types) {
        this.tables = tables;
        this.uses = uses;
        this.types = types;
    }

    Uses uses() {
        return uses;
    }

    /** SET-16: fields are for types of records that take them, and there is room for 50 active ones. */
    void admit(List<CustomFieldInput> inputs) {
        var coming =
                new TreeMap<String, Integer>(); // in one order, so that two who make many do not wait for each other
        for (CustomFieldInput input : inputs) {
            EntityType type = types.require(input.entityType());
            if (!type.takes(EntityType.Capability.CUSTOM_FIELDS)) {
                throw Problem.invalid("entityType", "Records of this type take no custom fields.");
            }
            coming.merge(input.entityType(), input.isActive() ? 1 : 0, Integer::sum);
        }
        coming.forEach(this::requireRoom);
    }

    private void requireRoom(String entityType, int coming) {
        uses.waitFor("custom-fields/" + entityType);
        if (coming > 0 && uses.active(entityType) + coming > MOST_ACTIVE) {
            throw Problem.of(
                    "custom-field-limit", "A type of record has at most " + MOST_ACTIVE + " active custom fields.");
        }
    }

    /** Values of a field's options by their ids. */
    Map<UUID, String> options(UUID field) {
        var values = new LinkedHashMap<UUID, String>();
        tables.require(CustomField.class, field).options.forEach(option -> values.put(option.id(), option.value));
        return values;
    }

    /** SET-16: what records hold values of keeps its type and its options. */
    void amend(CustomField field, Map<UUID, String> before) {
        CustomField.Stored stored = field.stored().orElseThrow();
        if (field.isActive && !stored.isActive()) {
            requireRoom(field.entityType, 1);
        }
        if (field.fieldType != stored.fieldType()) {
            long count = uses.of(field.id());
            if (count > 0) {
                throw inUse("The type of a field that " + count + " records hold a value of stays.", count);
            }
        } else {
            keepOptions(field.id(), field.fieldType, field.options, before);
        }
    }

    private void keepOptions(UUID field, CustomFieldType type, List<FieldOption> now, Map<UUID, String> before) {
        before.forEach((id, value) -> {
            boolean there = now.stream().anyMatch(option -> option.id().equals(id) && option.value.equals(value));
            if (!there) {
                long count = uses.of(type, field, value);
                if (count > 0) {
                    throw inUse("The option " + value + " is in use; it can be deactivated.", count);
                }
            }
        });
    }

    static Problem inUse(String detail, long count) {
        return Problem.of("field-in-use", detail).with("count", count);
    }

    /** SET-18: what the audit log keeps of a field that goes with its values. */
    static Map<String, Object> described(CustomField field, long count) {
        var all = new LinkedHashMap<String, Object>();
        all.put("entityType", field.entityType);
        all.put("name", field.name);
        all.put("label", field.label);
        all.put("fieldType", Coded.of(field.fieldType));
        all.put("isRequired", field.isRequired);
        all.put("options", field.ordered().stream().map(option -> option.value).toList());
        all.put("count", count);
        return all;
    }
}
