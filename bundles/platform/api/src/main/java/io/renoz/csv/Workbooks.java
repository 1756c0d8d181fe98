package io.renoz.csv;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Writes workbooks (xlsx), one row at a time whatever their number. Thread-safe. */
@ProviderType
public interface Workbooks {

    /**
     * Writes a workbook. Numbers are numbers, booleans are booleans, all else is text and never a formula. What is more than a
     * sheet can hold goes on in a second one, under the same header; a cell of more than 32,767 characters is cut.
     *
     * @param sheet name of the sheet
     */
    TableWriter writer(OutputStream out, String sheet) throws IOException;
}
