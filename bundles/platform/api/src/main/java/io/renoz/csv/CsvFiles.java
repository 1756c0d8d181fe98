package io.renoz.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Reads and writes CSV (RFC 4180) in UTF-8, one row at a time whatever the size of the file. Thread-safe. */
@ProviderType
public interface CsvFiles {

    /**
     * Reads a file: a byte order mark at its beginning is passed over, so are lines that begin with {@code #} and lines that
     * are empty. Commas separate cells; where the first line has none of them but semicolons or tabs, those do.
     *
     * @throws io.renoz.problem.Problem from the reader, {@code unreadable-file} for what is no UTF-8 or no CSV, {@code
     *     file-too-large} and {@code too-many-rows} beyond the limits
     */
    CsvReader reader(InputStream in, CsvLimits limits) throws IOException;

    /**
     * Writes a file that programs for tables open in the right encoding. A text that such a program would take for a formula,
     * because it begins with {@code =}, {@code +}, {@code -}, {@code @} or a control character, gets an apostrophe in front.
     */
    TableWriter writer(OutputStream out) throws IOException;

    /** A text as it was before {@link #writer} put an apostrophe in front of it. */
    String unguarded(String cell);
}
