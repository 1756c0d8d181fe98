package io.renoz.settings.api;

import io.renoz.data.InputChecks;
import io.renoz.problem.Problem;
import io.renoz.problem.Problem.FieldError;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with the input that a row makes, said of the row. */
public final class RowFaults {

    private static final String INVALID = "invalid";

    private RowFaults() {}

    public static List<RowError> of(ImportRow row, InputChecks checks, Supplier<?> input) {
        try {
            return checks.errors(input.get()).stream()
                    .map(error -> error(row, error))
                    .toList();
        } catch (Problem problem) {
            return problem.errors().isEmpty()
                    ? List.of(new RowError(row.number(), null, problem.slug(), problem.detail()))
                    : problem.errors().stream().map(error -> error(row, error)).toList();
        }
    }

    private static RowError error(ImportRow row, FieldError error) {
        String field = error.pointer().substring(error.pointer().lastIndexOf('/') + 1);
        return new RowError(row.number(), field, INVALID, error.message());
    }
}
