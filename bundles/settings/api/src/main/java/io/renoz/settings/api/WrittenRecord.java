package io.renoz.settings.api;

import io.renoz.data.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import made of a row.
 *
 * @param row line of the file
 * @param version of the record once the import had written it
 * @param outcome created or updated; a row that was skipped gives no written record
 * @param before what an update changed, by field, as it was; null when the record is new
 */
public record WrittenRecord(
        int row,
        UUID id,
        int version,
        Outcome outcome,
        @Nullable Json before) {

    /** What happened to the record. */
    public enum Outcome {
        CREATED,
        UPDATED
    }
}
