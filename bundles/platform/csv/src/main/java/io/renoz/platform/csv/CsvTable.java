package io.renoz.platform.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.renoz.csv.TableWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A CSV file on its way out. */
final class CsvTable implements TableWriter {

    /** By this programs for tables know UTF-8. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer text;
    private final CsvWriter csv;

    CsvTable(OutputStream out) throws IOException {
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 16_384);
        text.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        var texts = new ArrayList<String>(cells.size());
        for (Object cell : cells) {
            texts.add(cell == null ? "" : cell instanceof Number ? Texts.of(cell) : Formulas.guarded(Texts.of(cell)));
        }
        csv.writeRecord(texts);
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
