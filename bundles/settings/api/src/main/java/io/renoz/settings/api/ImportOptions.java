package io.renoz.settings.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an import are meant.
 *
 * @param importId the import, as the audit log names it
 * @param matchField the one field that finds the record a row means; null for the order the target declared
 */
public record ImportOptions(
        UUID importId,
        ImportMode mode,
        DuplicateHandling duplicates,
        @Nullable String matchField) {}
