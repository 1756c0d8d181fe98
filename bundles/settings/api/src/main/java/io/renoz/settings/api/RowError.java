package io.renoz.settings.api;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row.
 *
 * @param row line of the file
 * @param field name of the field at fault; null when it is the row as a whole
 * @param code short and stable, for programs: {@code required}, {@code too-long}, {@code not-found}
 * @param message one sentence for people
 */
public record RowError(int row, @Nullable String field, String code, String message) {}
