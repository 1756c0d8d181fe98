package io.renoz.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.csv.CsvLimits;
import io.renoz.csv.CsvReader;
import io.renoz.csv.CsvReader.Line;
import io.renoz.csv.TableWriter;
import io.renoz.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;

    private final TableFiles files = new TableFiles();

    private List<Line> read(byte[] bytes, CsvLimits limits) throws IOException {
        var lines = new ArrayList<Line>();
        try (CsvReader reader = files.reader(new ByteArrayInputStream(bytes), limits)) {
            for (Optional<Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        }
        return lines;
    }

    private List<Line> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), CsvLimits.USUAL);
    }

    private Problem refused(byte[] bytes, CsvLimits limits) {
        return catchThrowableOfType(Problem.class, () -> read(bytes, limits));
    }

    private String csv(@Nullable Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter writer = files.writer(out)) {
            writer.row(Arrays.asList(cells));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void readsQuotedCellsAndKnowsTheirLines() throws IOException {
        List<Line> lines = read("name,note\r\n\"Bo, \"\"the\"\" Beam\",\"two\nlines\"\r\nCafé,\r\n");

        assertThat(lines)
                .containsExactly(
                        new Line(1, List.of("name", "note")),
                        new Line(2, List.of("Bo, \"the\" Beam", "two\nlines")),
                        new Line(4, List.of("Café", "")));
    }

    @Test
    @DisplayName("SET-21: a byte order mark is tolerated, lines that begin with # are skipped")
    void passesOverMarkCommentsAndEmptyLines() throws IOException {
        assertThat(read("\uFEFF# a hint, with commas\nname,email\n\n#no\nBo,b@x\n"))
                .extracting(Line::cells)
                .containsExactly(List.of("name", "email"), List.of("Bo", "b@x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2"})
    void takesWhatTheFirstLineSeparatesBy(String text) throws IOException {
        assertThat(read(text)).extracting(Line::cells).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    @DisplayName("SET-21: what is no UTF-8 is unreadable")
    void refusesOtherEncodings() {
        byte[] latin = "name\nCafé\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(latin, CsvLimits.USUAL).slug()).isEqualTo("unreadable-file");
        assertThat(refused(new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe, 0, 1}, CsvLimits.USUAL)
                        .slug())
                .isEqualTo("unreadable-file");
    }

    @Test
    void refusesAQuoteThatNeverCloses() {
        assertThat(refused("a,b\n\"x,1\n".getBytes(StandardCharsets.UTF_8), CsvLimits.USUAL)
                        .slug())
                .isEqualTo("unreadable-file");
    }

    @Test
    @DisplayName("SET-21: at most 10 MB and so many rows")
    void keepsToItsLimits() {
        byte[] rows = "a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8);

        assertThat(refused(rows, new CsvLimits(100, 3, 10, 10)).slug()).isEqualTo("too-many-rows");
        assertThat(refused(rows, new CsvLimits(5, 10, 10, 10)).slug()).isEqualTo("file-too-large");
        assertThat(refused("a,b,c\n".getBytes(StandardCharsets.UTF_8), new CsvLimits(100, 3, 2, 10))
                        .slug())
                .isEqualTo("unreadable-file");
        assertThat(refused("aaaaaaaaaaaaaaaaaaaa\n".getBytes(StandardCharsets.UTF_8), new CsvLimits(100, 3, 2, 10))
                        .slug())
                .isEqualTo("unreadable-file");
    }

    @ParameterizedTest
    @DisplayName("SET-20: texts that begin like a formula get a leading apostrophe")
    @ValueSource(strings = {"=1+1", "+61298765432", "-2+3", "@SUM(A1)", "\t=1"})
    void guardsAgainstFormulas(String text) throws IOException {
        assertThat(csv(text)).contains("'" + text);
        assertThat(files.unguarded("'" + text)).isEqualTo(text);
    }

    @Test
    void leavesOtherTextsAndNumbersAlone() throws IOException {
        assertThat(csv("a=b", new BigDecimal("-12.50"), -3, null, true, LocalDate.of(2026, 7, 31), TimeUnit.DAYS))
                .isEqualTo("\uFEFFa=b,-12.50,-3,,true,2026-07-31,days\r\n");
        assertThat(files.unguarded("'tis")).isEqualTo("'tis");
    }

    @Test
    void readsWhatItWrote() throws IOException {
        String written = csv("a \"quoted\" one", "two\nlines", "semi;colon", "# no comment, this");

        assertThat(read(written).get(0).cells())
                .containsExactly("a \"quoted\" one", "two\nlines", "semi;colon", "# no comment, this");
    }

    /** Read as programs for tables do, by the directory at the end. */
    private List<String> entries(byte[] workbook) throws IOException {
        Path file = Files.write(folder.resolve("book.xlsx"), workbook);
        var texts = new ArrayList<String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                texts.add(entry.getName() + "\n"
                        + new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private String sheet(byte[] workbook, int number) throws IOException {
        return entries(workbook).stream()
                .filter(text -> text.startsWith("xl/worksheets/sheet" + number + ".xml"))
                .findFirst()
                .orElse("");
    }

    @Test
    @DisplayName("SET-20: xlsx is a real workbook; what looks like a formula is text")
    void writesWorkbooks() throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter writer = files.writer(out, "customers")) {
            writer.row(List.of("name", "limit"));
            writer.row(List.of("=1+1", new BigDecimal("12.50")));
        }

        String sheet = sheet(out.toByteArray(), 1);
        assertThat(sheet).contains("=1+1").contains("12.50").doesNotContain("<f>");
        assertThat(entries(out.toByteArray())).anyMatch(text -> text.contains("name=\"customers\""));
    }

    @Test
    void goesOnInASecondSheetUnderTheSameHeader() throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter writer = new SheetTable(out, "n", 3)) {
            writer.row(List.of("head"));
            for (int i = 1; i <= 5; i++) {
                writer.row(List.of("v" + i));
            }
        }

        assertThat(sheet(out.toByteArray(), 1)).contains("head", "v1", "v2").doesNotContain("v3");
        assertThat(sheet(out.toByteArray(), 2)).contains("head", "v3", "v4").doesNotContain("v5");
        assertThat(sheet(out.toByteArray(), 3)).contains("head", "v5");
    }

    @Test
    void writesAWorkbookWithoutRows() throws IOException {
        var out = new ByteArrayOutputStream();
        files.writer(out, "empty").close();

        assertThat(sheet(out.toByteArray(), 1)).contains("sheetData");
    }
}
