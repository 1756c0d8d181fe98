package io.renoz.platform.csv;

import io.renoz.csv.TableWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook on its way out: rows leave memory as they come, texts stand in their cells and not in a table of their own. */
final class SheetTable implements TableWriter {

    static final int MOST_ROWS = 1_048_576;
    private static final int MOST_CHARACTERS = 32_767;
    private static final int ROWS_A_FLUSH = 500;
    private static final int MOST_NAME = 25;

    private final Workbook workbook;
    private final String name;
    private final int mostRows;
    private List<? extends @Nullable Object> header = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;

    SheetTable(OutputStream out, String name) {
        this(out, name, MOST_ROWS);
    }

    SheetTable(OutputStream out, String name, int mostRows) {
        workbook = new Workbook(new Kept(out), "Renoz", null);
        this.name = name.substring(0, Math.min(name.length(), MOST_NAME));
        this.mostRows = mostRows;
    }

    /** The workbook closes what it writes to; the stream is the caller's. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        Worksheet current = sheet;
        if (current == null) {
            header = List.copyOf(cells);
            current = next();
        } else if (row == mostRows) {
            current.finish();
            current = next();
            put(current, header);
        }
        put(current, cells);
        if (row % ROWS_A_FLUSH == 0) {
            current.flush();
        }
    }

    private Worksheet next() {
        sheets++;
        row = 0;
        Worksheet opened = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet = opened;
        return opened;
    }

    private void put(Worksheet current, List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            put(current, column, cells.get(column));
        }
        row++;
    }

    private void put(Worksheet current, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            current.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            current.value(row, column, flag);
        } else if (value != null) {
            current.inlineString(row, column, cut(Texts.of(value)));
        }
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
    }

    @Override
    public void close() throws IOException {
        if (sheet == null) {
            next();
        }
        workbook.finish();
    }
}
