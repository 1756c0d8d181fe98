package io.renoz.settings.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.platform.csv.TableFiles;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.DuplicateHandling;
import io.renoz.settings.api.ImportDescription;
import io.renoz.settings.api.ImportField;
import io.renoz.settings.api.ImportMode;
import io.renoz.settings.api.ImportOptions;
import io.renoz.settings.api.ImportRow;
import io.renoz.settings.api.ImportTarget;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.api.RowError;
import io.renoz.settings.api.WrittenRecord;
import io.renoz.settings.api.WrittenRecord.Outcome;
import io.renoz.settings.export.Desk;
import io.renoz.settings.importing.DataImportResource.Input;
import io.renoz.settings.importing.DataImportResource.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImportsIT {

    /** Shops in memory; one called Bad cannot be written. */
    private static final class Shops implements ImportTarget {

        final Map<String, UUID> known = new LinkedHashMap<>();
        final List<Integer> batches = new ArrayList<>();
        final List<Call> calls = new ArrayList<>();

        @Override
        public ImportDescription describe() {
            return new ImportDescription(
                    "shop",
                    "shop.import",
                    List.of(
                            ImportField.text("name", "Shop name", 10, "Ann's", "Bo's", "Cy's")
                                    .needed(),
                            ImportField.of(ImportField.Type.INTEGER, "seats", "Seats", "3", "", "")),
                    List.of("name"));
        }

        @Override
        public Map<Integer, UUID> matches(List<ImportRow> rows, ImportOptions options) {
            return rows.stream()
                    .filter(row -> known.containsKey(row.text("name")))
                    .collect(Collectors.toMap(
                            ImportRow::number, row -> known.getOrDefault(row.text("name"), Ids.next())));
        }

        @Override
        public List<RowError> validate(List<ImportRow> rows, ImportOptions options) {
            return rows.stream()
                    .filter(row -> "Closed".equals(row.text("name")))
                    .map(row -> new RowError(row.number(), "name", "closed", "It is closed."))
                    .toList();
        }

        @Override
        public List<WrittenRecord> write(List<ImportRow> rows, ImportOptions options) {
            batches.add(rows.size());
            calls.add(Call.current());
            if (rows.stream().anyMatch(row -> "Bad".equals(row.text("name")))) {
                throw Problem.of("duplicate-value", "It cannot be written.");
            }
            var written = new ArrayList<WrittenRecord>();
            for (ImportRow row : rows) {
                UUID there = known.putIfAbsent(String.valueOf(row.text("name")), Ids.next());
                if (there == null) {
                    written.add(new WrittenRecord(
                            row.number(),
                            known.getOrDefault(String.valueOf(row.text("name")), Ids.next()),
                            1,
                            Outcome.CREATED,
                            null));
                }
            }
            return written;
        }

        @Override
        public Set<Integer> undo(List<WrittenRecord> written) {
            return written.stream()
                    .map(WrittenRecord::row)
                    .filter(row -> row == 3)
                    .collect(Collectors.toSet());
        }
    }

    private final Desk desk = new Desk();
    private final Shops shops = new Shops();
    private final UUID ada = desk.hired("settings.import", "shop.import");
    private final Targets targets = new Targets(desk, desk);
    private final ImportRows rows = new ImportRows(desk.tables);
    private final ImportFiles files = new ImportFiles(desk.attachments, new TableFiles(), desk.home);
    private final Validation validation = new Validation(desk.tables, files, targets);
    private final DataImportResource imports = new DataImportResource(
            rows,
            files,
            targets,
            desk,
            new Steps(desk.tables, Desk.PLATFORM.transactions(), rows, validation, desk.jobs, desk.clock));
    private final ImportUndoResource undo = new ImportUndoResource(
            desk.tables,
            rows,
            targets,
            new Undoing(desk.tables, Desk.PLATFORM.transactions(), desk.settings, Desk.PLATFORM.events(), desk.clock));
    private final ImportBatch batch =
            new ImportBatch(desk.tables, targets, Desk.PLATFORM.events(), desk.audit, desk.clock);
    private final ImportRun run = new ImportRun(desk.tables, Desk.PLATFORM.transactions(), desk, files, batch);

    ImportsIT() {
        desk.targets.add(shops);
    }

    private UUID uploaded(String text) {
        return desk.organization.call(() -> desk.attachments
                .store(
                        NewAttachment.of("shops.csv", "text/csv", AttachmentCategory.UPLOAD),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .id());
    }

    private View begun(String text, ImportMode mode, @Nullable Json mapping) {
        UUID file = uploaded(text);
        return desk.as(ada)
                .call(() -> imports.create(new Input("shop", file, mode, null, DuplicateHandling.SKIP, mapping, null))
                        .body());
    }

    private View begun(String text) {
        return begun(text, ImportMode.CREATE, null);
    }

    private View validated(View dataImport) {
        return desk.as(ada).call(() -> imports.validate(dataImport.id()));
    }

    private View ran(View dataImport) {
        desk.as(ada).run(() -> imports.run(dataImport.id()));
        work();
        return read(dataImport);
    }

    private void work() {
        Optional<String> from = Optional.empty();
        do {
            Optional<String> at = from;
            from = desk.organization.call(() -> run.run(at));
        } while (from.isPresent());
    }

    private View read(View dataImport) {
        return desk.as(ada).read(() -> imports.get(dataImport.id()));
    }

    private Problem refused(Runnable work) {
        return catchThrowableOfType(Problem.class, () -> desk.as(ada).run(work));
    }

    private static String shopsNamed(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).collect(Collectors.joining("\n", "name\n", "\n"));
    }

    private List<ImportErrorResource.View> errors(View dataImport) {
        var resource = new ImportErrorResource(desk.tables);
        return desk.as(ada)
                .read(() -> resource.list(dataImport.id(), ListQuery.first(200)))
                .items();
    }

    @Test
    @DisplayName("SET-21: rows are written 100 to a transaction, in the requester's name and with the source import")
    void writesInBatches() {
        View dataImport = validated(begun(shopsNamed(250)));
        assertThat(dataImport.status()).isEqualTo(ImportStatus.VALIDATED);
        assertThat(dataImport.validRows()).isEqualTo(250);

        View done = ran(dataImport);

        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(done.createdCount()).isEqualTo(250);
        assertThat(done.processedRows()).isEqualTo(250);
        assertThat(shops.batches).containsExactly(100, 100, 50);
        assertThat(desk.asked).containsExactly("settings.run-imports");
        assertThat(shops.calls.get(0).actor().id()).isEqualTo(ada);
        assertThat(shops.calls.get(0).cause()).isEqualTo(new Call.Cause("import", done.id()));
        var records = new ImportRecordResource(desk.tables);
        assertThat(desk.as(ada)
                        .read(() -> records.list(done.id(), ListQuery.first(200)))
                        .items())
                .hasSize(200);
    }

    @Test
    @DisplayName("SET-21: all rows are validated before the first is written; errors name row, column and cell")
    void findsFaultBeforeItWrites() {
        View dataImport =
                validated(begun("# a hint\nShop name,Seats\nAnn's,x\nmuch too long,1\nClosed,2\n,3\nBo's,4\n"));

        assertThat(dataImport.totalRows()).isEqualTo(5);
        assertThat(dataImport.validRows()).isEqualTo(1);
        assertThat(dataImport.errorCount()).isEqualTo(4);
        assertThat(shops.batches).isEmpty();
        assertThat(errors(dataImport))
                .extracting(error ->
                        error.rowNumber() + " " + error.columnName() + " " + error.code() + " " + error.rawValue())
                .containsExactly(
                        "3 Seats no-number x",
                        "4 Shop name too-long much too long",
                        "5 Shop name closed Closed",
                        "6 Shop name required null");

        View done = ran(dataImport);
        assertThat(done.createdCount()).isEqualTo(1);
        assertThat(shops.known).containsOnlyKeys("Bo's");
        assertThat(errors(done)).hasSize(4);
    }

    @Test
    @DisplayName("SET-21: run refuses while a required column is unmapped, and what was not validated")
    void refusesToRun() {
        View dataImport = begun("title,Seats\nAnn's,1\n");
        assertThat(refused(() -> imports.run(dataImport.id())).slug()).isEqualTo("invalid-transition");
        validated(dataImport);

        assertThat(refused(() -> imports.run(dataImport.id())).slug()).isEqualTo("validation-failed");

        View mapped = begun("title\nAnn's\n", ImportMode.CREATE, new Json("{\"title\":\"name\"}"));
        assertThat(ran(validated(mapped)).createdCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("SET-21: a batch that fails leaves earlier batches in place and reports its rows")
    void keepsEarlierBatches() {
        View done = ran(validated(begun(shopsNamed(120) + "Bad\n")));

        assertThat(done.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(done.errorMessage()).startsWith("duplicate-value");
        assertThat(done.createdCount()).isEqualTo(100);
        assertThat(errors(done)).hasSize(21).allMatch(error -> error.code().equals("duplicate-value"));
    }

    @Test
    @DisplayName("SET-21: what is no UTF-8 CSV fails the import with unreadable-file")
    void refusesWhatIsUnreadable() {
        View dataImport = begun("name\n\"never closed\n");

        assertThat(refused(() -> imports.validate(dataImport.id())).slug()).isEqualTo("unreadable-file");

        assertThat(read(dataImport).status()).isEqualTo(ImportStatus.FAILED);
    }

    @Test
    @DisplayName("SET-21: a file has at most 10 MB and 50,000 rows")
    void refusesWhatIsTooLarge() {
        UUID large = uploaded("x".repeat(10_000_001));
        var input = new Input("shop", large, ImportMode.CREATE, null, DuplicateHandling.SKIP, null, null);
        assertThat(refused(() -> imports.create(input)).slug()).isEqualTo("file-too-large");

        View dataImport = begun(shopsNamed(50_001));
        assertThat(refused(() -> imports.validate(dataImport.id())).slug()).isEqualTo("unreadable-file");
    }

    @Test
    @DisplayName("SET-24: kinds that no module imports are unknown, and the module's own permission counts, too")
    void refusesUnknownTypesAndOthers() {
        UUID file = uploaded("name\nAnn's\n");
        var ghost = new Input("ghost", file, ImportMode.CREATE, null, DuplicateHandling.SKIP, null, null);
        var shop = new Input("shop", file, ImportMode.CREATE, null, DuplicateHandling.SKIP, null, null);
        UUID sam = desk.hired("settings.import");

        assertThat(refused(() -> imports.create(ghost)).slug()).isEqualTo("unknown-entity-type");
        assertThat(catchThrowableOfType(Problem.class, () -> desk.as(sam).run(() -> imports.create(shop)))
                        .slug())
                .isEqualTo("forbidden");
    }

    @Test
    @DisplayName("SET-21: rollback is allowed for 24 hours and lists what it keeps")
    void undoes() {
        View done = ran(validated(begun("name\nAnn's\nBo's\nCy's\n")));

        ImportUndoResource.Undone undone = desk.as(ada).call(() -> undo.undo(done.id()));

        assertThat(undone.dataImport().status()).isEqualTo(ImportStatus.ROLLED_BACK);
        assertThat(undone.kept()).extracting(ImportUndoResource.Kept::rowNumber).containsExactly(3);
        assertThat(refused(() -> undo.undo(done.id())).slug()).isEqualTo("invalid-transition");

        View late = ran(validated(begun("name\nDi's\n")));
        desk.clock.forward(Duration.ofHours(25));
        assertThat(refused(() -> undo.undo(late.id())).slug()).isEqualTo("rollback-window-passed");
    }

    @Test
    @DisplayName("data_imports: one that waits or runs can be cancelled; what is written stays")
    void cancels() {
        View dataImport = validated(begun(shopsNamed(5)));
        desk.as(ada).run(() -> imports.run(dataImport.id()));
        desk.as(ada).run(() -> imports.cancel(dataImport.id()));
        work();

        assertThat(read(dataImport).status()).isEqualTo(ImportStatus.CANCELLED);
        assertThat(shops.batches).isEmpty();
        assertThat(refused(() -> imports.cancel(dataImport.id())).slug()).isEqualTo("invalid-transition");
    }

    @Test
    void showsTheFirstRowsAsTheyWouldBeWritten() {
        shops.known.put("Ann's", Ids.next());
        View dataImport = begun("name,Seats\nAnn's,1\nBo's,2\nClosed,3\n");
        var preview = new ImportPreviewResource(desk.tables, files, targets);

        assertThat(desk.as(ada).read(() -> preview.preview(dataImport.id())).items())
                .extracting(row -> row.rowNumber() + " " + row.plan())
                .containsExactly("2 SKIP", "3 CREATE", "4 REFUSE");
    }

    @Test
    @DisplayName("data-imports/templates: header, one explanatory line starting with #, three sample rows")
    void givesATemplate() throws IOException {
        var resource = new ImportTemplateResource(targets, new TableFiles());

        var download = desk.as(ada).read(() -> resource.template("shop"));

        try (InputStream content = download.content().open(0, download.length())) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "\uFEFFShop name,Seats",
                            "# Shop name: needed, text of at most 10 characters; Seats: whole number",
                            "Ann's,3",
                            "Bo's,",
                            "Cy's,");
        }
    }
}
