package io.renoz.settings.importing;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a row, as the person who made the file sees it.
 *
 * @param column heading of the column; null when it is the row as a whole
 * @param raw the cell as it stands
 */
record Finding(
        int row,
        @Nullable String column,
        String code,
        String message,
        @Nullable String raw) {}
