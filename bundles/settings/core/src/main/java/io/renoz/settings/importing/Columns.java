package io.renoz.settings.importing;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which column of a file brings which field. */
final class Columns {

    private Columns() {}

    /** What headings say by themselves: names and labels of fields, whatever the case and without blanks and hyphens. */
    static Map<String, String> guessed(List<String> header, ImportDescription description) {
        var names = new LinkedHashMap<String, String>();
        for (ImportField field : description.fields()) {
            names.putIfAbsent(key(field.name()), field.name());
            names.putIfAbsent(key(field.label()), field.name());
        }
        var mapping = new LinkedHashMap<String, String>();
        var used = new HashSet<String>();
        for (String heading : header) {
            String field = names.get(key(heading));
            if (field != null && used.add(field)) {
                mapping.put(heading, field);
            }
        }
        return mapping;
    }

    private static String key(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * Refuses a mapping to fields that are not there, or of two columns to one.
     *
     * @throws Problem {@code validation-failed}
     */
    static void check(Map<String, String> mapping, ImportDescription description) {
        Set<String> known = fields(description).keySet();
        var used = new HashSet<String>();
        var errors = new ArrayList<FieldError>();
        mapping.forEach((heading, field) -> {
            if (!known.contains(field)) {
                errors.add(error(heading, "There is no field " + field + "."));
            } else if (!used.add(field)) {
                errors.add(error(heading, "Another column brings the field " + field + " already."));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static FieldError error(String heading, String message) {
        String escaped = heading.replace("~", "~0").replace("/", "~1");
        return new FieldError("/columnMapping/" + escaped, message);
    }

    /**
     * SET-21: refuses while a field that a new record needs has no column.
     *
     * @throws Problem {@code validation-failed}
     */
    static void requireNeeded(Map<String, String> mapping, ImportDescription description) {
        List<FieldError> missing = description.fields().stream()
                .filter(field -> field.required() && !mapping.containsValue(field.name()))
                .map(field -> new FieldError("/columnMapping", "No column brings " + field.label() + "."))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    static Map<String, ImportField> fields(ImportDescription description) {
        return description.fields().stream().collect(Collectors.toMap(ImportField::name, Function.identity()));
    }
}
