package io.renoz.settings.customfield;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of one record and what is written into them. For one thread. */
final class Sheet {

    private final UUID record;
    private final Map<String, CustomField> fields = new LinkedHashMap<>();
    private final Map<UUID, FieldValue> rows = new HashMap<>();
    private final List<FieldError> unknown = new ArrayList<>();
    private final List<FieldError> faults = new ArrayList<>();
    private final Map<CustomField, Optional<Content>> changes = new LinkedHashMap<>();

    Sheet(UUID record, List<CustomField> active, List<FieldValue> stored) {
        this.record = record;
        active.forEach(field -> fields.put(field.name, field));
        stored.forEach(row -> rows.put(row.customFieldId, row));
    }

    /** Rises with each change of a value. */
    int version() {
        return rows.values().stream().mapToInt(FieldValue::version).sum();
    }

    /** What a caller with these roles sees. */
    Map<String, Json> seenBy(Roles roles) {
        var seen = new LinkedHashMap<String, Json>();
        for (CustomField field : fields.values()) {
            Json value = stored(field);
            if (value != null && field.seenBy(roles)) {
                seen.put(field.name, value);
            }
        }
        return seen;
    }

    /** All fields that such a caller sees by name, {@code nothing} for those without a value. */
    Map<String, Json> named(Roles roles, Json nothing) {
        var named = new LinkedHashMap<String, Json>();
        for (CustomField field : fields.values()) {
            if (field.seenBy(roles)) {
                Json value = stored(field);
                named.put(field.name, value == null ? nothing : value);
            }
        }
        return named;
    }

    private @Nullable Json stored(CustomField field) {
        FieldValue row = rows.get(field.id());
        return row == null ? null : row.value;
    }

    /**
     * Takes down what is to change, checked as SET-17 says.
     *
     * @throws Problem {@code forbidden} for a field that the caller may not change
     */
    void take(Map<String, Json> asked, Roles roles) {
        asked.forEach((name, json) -> {
            CustomField field = fields.get(name);
            if (field == null || !field.seenBy(roles)) {
                unknown.add(new FieldError("/" + name, "There is no custom field " + name + "."));
            } else if (!field.changedBy(roles)) {
                throw Problem.of("forbidden", "The field " + name + " is for others to change.");
            } else {
                take(field, json);
            }
        });
    }

    private void take(CustomField field, Json json) {
        if (Content.isNull(json)) {
            changes.put(field, Optional.empty());
            return;
        }
        Optional<Content> content = Content.of(json);
        if (content.isPresent() && content.get().empty()) {
            changes.put(field, Optional.empty());
            return;
        }
        Checks.Outcome outcome = content.map(sent -> Checks.of(field.definition(), sent))
                .orElseGet(() -> Checks.Outcome.bad("The value is not of the type of this field."));
        if (outcome.content().isPresent()) {
            changes.put(field, outcome.content());
        } else {
            faults.add(new FieldError("/" + field.name, outcome.fault()));
        }
    }

    /** Gives a new record the initial values of fields that nobody named. */
    void fillIn(Map<String, Json> asked) {
        for (CustomField field : fields.values()) {
            if (!asked.containsKey(field.name)) {
                Initial.of(field).ifPresent(content -> changes.put(field, Optional.of(content)));
            }
        }
    }

    /** SET-17: after a save with custom fields, every required one has a value. */
    void require() {
        for (CustomField field : fields.values()) {
            Optional<Content> change = changes.get(field);
            boolean there = change == null ? stored(field) != null : change.isPresent();
            if (field.isRequired
                    && !there
                    && faults.stream().noneMatch(at -> at.pointer().equals("/" + field.name))) {
                faults.add(new FieldError("/" + field.name, field.label + " is required."));
            }
        }
    }

    /** @throws Problem {@code unknown-custom-field}, {@code invalid-custom-field-value} */
    void refuseFaults() {
        if (!unknown.isEmpty()) {
            throw refused("unknown-custom-field", unknown);
        }
        if (!faults.isEmpty()) {
            throw refused("invalid-custom-field-value", faults);
        }
    }

    private static Problem refused(String slug, List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.get(0).message()
                : errors.size() + " values are not as they should be; see errors.";
        return Problem.of(slug, detail).with(errors);
    }

    /** Writes the changes into the rows; returns those that are new. */
    List<FieldValue> write() {
        var made = new ArrayList<FieldValue>();
        changes.forEach((field, content) -> {
            FieldValue row = rows.get(field.id());
            if (row != null) {
                if (!same(row, content)) {
                    row.set(content.orElse(null));
                }
            } else if (content.isPresent()) {
                var fresh = new FieldValue(field, record);
                fresh.set(content.get());
                rows.put(field.id(), fresh);
                made.add(fresh);
            }
        });
        return made;
    }

    /** Whether a row says the same already, however its JSON is written. */
    private static boolean same(FieldValue row, Optional<Content> content) {
        Json value = row.value;
        return value == null
                ? content.isEmpty()
                : content.isPresent() && Content.of(value).map(Content::json).equals(content.map(Content::json));
    }
}
