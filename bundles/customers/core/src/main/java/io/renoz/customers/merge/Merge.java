package io.renoz.customers.merge;

import io.renoz.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for.
 *
 * @param duplicates accounts that end in this one
 * @param fields by name of a field the account whose value is kept; others keep this one's, and are filled where it has none
 */
public record Merge(
        @NotNull @Size(min = 1, max = 10) List<@NotNull UUID> duplicates,
        Map<String, @NotNull UUID> fields,
        @Nullable @Size(max = 1000) String reason) {

    public Merge {
        fields = fields == null ? Map.of() : fields;
    }

    /** Refuses an account that would end in itself, or twice. */
    void requireOthersThan(UUID survivor) {
        for (int i = 0; i < duplicates.size(); i++) {
            UUID id = duplicates.get(i);
            if (id.equals(survivor) || duplicates.indexOf(id) < i) {
                throw Problem.invalid(
                        "duplicates/" + i, "Each account is named once, and this one is not its own duplicate.");
            }
        }
    }
}
