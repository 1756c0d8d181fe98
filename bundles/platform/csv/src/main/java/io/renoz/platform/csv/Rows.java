package io.renoz.platform.csv;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.renoz.csv.CsvLimits;
import io.renoz.csv.CsvReader;
import io.renoz.problem.Problem;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CSV file on its way in. */
final class Rows implements CsvReader {

    private static final int LOOK_AHEAD = 65_536;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Iterator<CsvRecord> records;
    private final Closeable text;
    private final CsvLimits limits;
    private int read;

    private Rows(Iterator<CsvRecord> records, Closeable text, CsvLimits limits) {
        this.text = text;
        this.records = records;
        this.limits = limits;
    }

    static Rows of(InputStream in, CsvLimits limits) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = new BufferedReader(
                new InputStreamReader(new LimitedStream(in, limits.bytes()), decoder), LOOK_AHEAD + 1);
        try {
            skipMark(text);
            char separator = separator(text);
            var handler = CsvRecordHandler.builder()
                    .maxFields(limits.columns())
                    .maxFieldSize(limits.characters())
                    .maxRecordSize(Integer.MAX_VALUE)
                    .build();
            var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
                    .fieldSeparator(separator)
                    .commentStrategy(CommentStrategy.SKIP)
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(Math.max(limits.characters() * 4, 262_144))
                    .build(handler, text);
            return new Rows(reader.iterator(), text, limits);
        } catch (CharacterCodingException e) {
            throw noText();
        }
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** What the first line that is no comment separates its cells by. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        var first = new char[LOOK_AHEAD];
        int length = 0;
        for (int more = 0; more >= 0 && length < LOOK_AHEAD; length += Math.max(more, 0)) {
            more = text.read(first, length, LOOK_AHEAD - length);
        }
        text.reset();
        String line = new String(first, 0, length)
                .lines()
                .filter(candidate -> !candidate.isEmpty() && candidate.charAt(0) != '#')
                .findFirst()
                .orElse("");
        return line.indexOf(',') >= 0 ? ',' : line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }

    @Override
    public Optional<Line> next() throws IOException {
        CsvRecord record = record();
        if (record == null) {
            return Optional.empty();
        }
        if (++read > limits.rows()) {
            throw Problem.of("too-many-rows", "A file has at most " + (limits.rows() - 1) + " rows.");
        }
        return Optional.of(new Line(Math.toIntExact(record.getStartingLineNumber()), record.getFields()));
    }

    private @Nullable CsvRecord record() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw noText();
            }
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw noText();
            }
            throw Problem.of("unreadable-file", "The file is no CSV: " + e.getMessage() + ".");
        }
    }

    private static Problem noText() {
        return Problem.of("unreadable-file", "The file is no text in UTF-8.");
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
