package io.renoz.platform.csv;

import io.renoz.csv.CsvFiles;
import io.renoz.csv.CsvLimits;
import io.renoz.csv.CsvReader;
import io.renoz.csv.TableWriter;
import io.renoz.csv.Workbooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;

/** Makes readers and writers. */
@Component
public final class TableFiles implements CsvFiles, Workbooks {

    @Override
    public CsvReader reader(InputStream in, CsvLimits limits) throws IOException {
        return Rows.of(in, limits);
    }

    @Override
    public TableWriter writer(OutputStream out) throws IOException {
        return new CsvTable(out);
    }

    @Override
    public String unguarded(String cell) {
        return Formulas.unguarded(cell);
    }

    @Override
    public TableWriter writer(OutputStream out, String sheet) {
        return new SheetTable(out, sheet);
    }
}
