package io.renoz.settings.importing;

import io.renoz.csv.CsvFiles;
import io.renoz.csv.CsvLimits;
import io.renoz.csv.CsvReader;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a file, read by the types of the fields their columns are mapped to. For one thread. */
final class SheetReader implements AutoCloseable {

    /** A row, with what is wrong with its cells. */
    record Read(ImportRow row, Map<String, String> raw, List<Finding> findings) {}

    private final CsvFiles files;
    private final CsvReader reader;
    private final List<String> header;
    private final Cells cells;
    private final List<Optional<ImportField>> fields;

    private SheetReader(
            CsvFiles files,
            CsvReader reader,
            List<String> header,
            Cells cells,
            Map<String, String> mapping,
            ImportDescription description) {
        this.files = files;
        this.reader = reader;
        this.header = header;
        this.cells = cells;
        Map<String, ImportField> known = Columns.fields(description);
        fields = header.stream()
                .map(heading -> Optional.ofNullable(mapping.get(heading)).map(known::get))
                .toList();
    }

    /**
     * Begins to read a file.
     *
     * @throws Problem {@code unreadable-file} for what has no header
     */
    static SheetReader open(
            CsvFiles files,
            AttachmentContent file,
            Cells cells,
            Map<String, String> mapping,
            ImportDescription description)
            throws IOException {
        CsvReader reader = files.reader(file.open(), CsvLimits.USUAL);
        try {
            return new SheetReader(files, reader, header(reader), cells, mapping, description);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The headings of a file, without blanks around them. */
    static List<String> header(CsvReader reader) throws IOException {
        return reader.next()
                .map(line -> line.cells().stream().map(String::strip).toList())
                .orElseThrow(() -> Problem.of("unreadable-file", "The file is empty."));
    }

    /** The next rows, at most so many; empty after the last. */
    List<Read> next(int most) throws IOException {
        var rows = new ArrayList<Read>();
        while (rows.size() < most) {
            Optional<CsvReader.Line> line = reader.next();
            if (line.isEmpty()) {
                break;
            }
            rows.add(read(line.get()));
        }
        return rows;
    }

    private Read read(CsvReader.Line line) {
        var values = new LinkedHashMap<String, Object>();
        var raw = new LinkedHashMap<String, String>();
        var findings = new ArrayList<Finding>();
        if (line.cells().size() > header.size()) {
            findings.add(
                    new Finding(line.line(), null, "too-many-cells", "The row has more cells than the header.", null));
        }
        for (int i = 0; i < Math.min(fields.size(), line.cells().size()); i++) {
            ImportField field = fields.get(i).orElse(null);
            String cell = files.unguarded(line.cells().get(i));
            if (field != null && !cell.isBlank()) {
                raw.put(field.name(), cell);
                Cells.Read read = cells.read(field, cell);
                read.value().ifPresent(value -> values.put(field.name(), value));
                String heading = header.get(i);
                read.code()
                        .ifPresent(code -> findings.add(new Finding(line.line(), heading, code, read.message(), cell)));
            }
        }
        return new Read(new ImportRow(line.line(), values), raw, findings);
    }

    /** Heading of the column that brings a field. */
    String heading(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).filter(known -> known.name().equals(field)).isPresent()) {
                return header.get(i);
            }
        }
        return field;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
