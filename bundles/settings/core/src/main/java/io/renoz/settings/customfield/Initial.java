package io.renoz.settings.customfield;

import io.renoz.data.Json;
import io.renoz.problem.Problem;
import io.renoz.settings.api.CustomFieldType;
import java.util.List;
import java.util.Optional;

/** The value with which a field of a new record begins. */
final class Initial {

    private Initial() {}

    static Optional<Content> of(CustomField field) {
        Json declared = field.defaultValue;
        return declared == null ? chosen(field) : Content.of(declared);
    }

    private static Optional<Content> chosen(CustomField field) {
        List<String> chosen = field.ordered().stream()
                .filter(option -> option.isDefault && option.isActive)
                .map(option -> option.value)
                .toList();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Content(field.fieldType == CustomFieldType.SELECT ? chosen.get(0) : chosen));
    }

    /** SET-17: the initial value is one that the field takes. */
    static void check(CustomField field) {
        Json declared = field.defaultValue;
        if (declared == null) {
            return;
        }
        Checks.Outcome outcome = Content.of(declared)
                .map(content -> Checks.of(field.definition(), content))
                .orElseGet(() -> Checks.Outcome.bad("The value is not of the type of this field."));
        field.defaultValue = outcome.content()
                .map(Content::json)
                .orElseThrow(() -> Problem.invalid("defaultValue", outcome.fault()));
    }
}
