package io.renoz.csv;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes the rows of a table, the header first, and keeps none of them in memory. For one thread.
 *
 * <p>Cells are texts, numbers, booleans, enums, UUIDs, dates and times; null is an empty cell, anything else is written as its
 * text.
 */
@ProviderType
public interface TableWriter extends AutoCloseable {

    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Ends the file; the stream stays open. */
    @Override
    void close() throws IOException;
}
