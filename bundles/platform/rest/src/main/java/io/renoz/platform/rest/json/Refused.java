package io.renoz.platform.rest.json;

import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that its constructor did not let into being.
 *
 * @param values of its components, in their order
 * @param at pointer to it
 * @param broken what the constructor said
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Refused(Class<?> type, @Nullable Object[] values, String at, List<FieldError> broken) {

    /** What a constructor says is wrong; empty when it failed otherwise. */
    static Optional<List<FieldError>> rule(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem.errors().isEmpty() ? Optional.empty() : Optional.of(problem.errors());
            }
            if (cause instanceof NullPointerException) {
                return Optional.of(List.of(new FieldError("", "A value that is needed is missing.")));
            }
        }
        return Optional.empty();
    }

    /** Every constraint that the fields of a body break, of those records too that are none. */
    static List<FieldError> errors(List<Refused> refused, Checks checks, @Nullable Object value) {
        var errors = new ArrayList<FieldError>();
        refused.forEach(one -> one.fields(checks, errors));
        if (value != null) {
            errors.addAll(checks.errors(value));
        }
        errors.removeIf(error -> refused.stream().anyMatch(one -> one.at.equals(error.pointer())));
        return errors;
    }

    private void fields(Checks checks, List<FieldError> errors) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length && i < values.length; i++) {
            String name = components[i].getName();
            checks.errors(type, name, values[i]).forEach(error -> errors.add(below(error)));
            for (FieldError inside : inside(checks, values[i])) {
                errors.add(below(new FieldError("/" + name + inside.pointer(), inside.message())));
            }
        }
    }

    private static List<FieldError> inside(Checks checks, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        boolean list = value instanceof List<?> all && all.stream().anyMatch(Record.class::isInstance);
        return list || value instanceof Record ? checks.errors(value) : List.of();
    }

    private FieldError below(FieldError error) {
        return new FieldError(at + error.pointer(), error.message());
    }

    /** What the constructor said, as the caller's body has it. */
    List<FieldError> rule() {
        return broken.stream().map(this::below).toList();
    }
}
