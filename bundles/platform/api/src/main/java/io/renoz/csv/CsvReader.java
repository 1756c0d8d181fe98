package io.renoz.csv;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The rows of a file, one after the other. For one thread. */
@ProviderType
public interface CsvReader extends AutoCloseable {

    /** A row; {@code line} is where it begins, 1 for the first line of the file. */
    record Line(int line, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** The next row; empty after the last. */
    Optional<Line> next() throws IOException;

    @Override
    void close() throws IOException;
}
