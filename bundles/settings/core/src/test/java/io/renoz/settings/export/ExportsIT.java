package io.renoz.settings.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.ListQuery;
import io.renoz.event.DomainEvent;
import io.renoz.problem.Problem;
import io.renoz.settings.export.DataExportResource.Exported;
import io.renoz.settings.export.DataExportResource.Input;
import io.renoz.settings.export.DataExportResource.View;
import io.renoz.settings.export.DataExportResource.Wanted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExportsIT {

    private static final String[] ALL = {"settings.export", "shop.shop", "shop.guest"};

    private final Desk desk = new Desk();
    private final UUID finn = desk.hired(ALL);

    private static Wanted of(String type) {
        return new Wanted(type, null, null);
    }

    private static Input input(ExportFormat format, Wanted... wanted) {
        return new Input(List.of(wanted), format, false, null, null);
    }

    private View ask(Input input) {
        return desk.as(finn).call(() -> desk.exports.create(input).body());
    }

    private View read(View export) {
        return desk.as(finn).read(() -> desk.exports.get(export.id()));
    }

    private View done(Input input) {
        View asked = ask(input);
        desk.work();
        return read(asked);
    }

    private byte[] bytes(View export) {
        return desk.attachments.bytes(Objects.requireNonNull(export.attachmentId()));
    }

    private String text(View export) {
        return new String(bytes(export), StandardCharsets.UTF_8);
    }

    private Problem refused(UUID user, Runnable work) {
        return catchThrowableOfType(Problem.class, () -> desk.as(user).run(work));
    }

    @Test
    @DisplayName("SET-20: an export is written by the job, and told of")
    void writesAFile() {
        desk.shops.with("Ann's", new BigDecimal("12.50")).with("=1+1", null);

        View asked = ask(input(ExportFormat.CSV, of("shop")));
        assertThat(asked.status()).isEqualTo(ExportStatus.PENDING);
        assertThat(desk.asked).containsExactly("settings.run-exports");
        desk.work();

        View export = read(asked);
        assertThat(export.status()).isEqualTo(ExportStatus.COMPLETED);
        assertThat(export.recordCount()).isEqualTo(2);
        assertThat(export.progress()).isEqualTo(100);
        assertThat(export.fileName()).matches("shop-[0-9]{4}-[0-9]{2}-[0-9]{2}[.]csv");
        assertThat(export.entities()).extracting(Exported::recordCount).containsExactly(2);
        assertThat(text(export).lines().map(line -> line.replaceAll("^\uFEFF?[0-9a-f-]{36}", "#")))
                .containsExactly("\uFEFFid,name,amount", "#,Ann's,12.50", "#,'=1+1,");
        assertThat(Desk.PLATFORM.published().stream()
                        .filter(event -> event.aggregateId().equals(export.id()))
                        .map(DomainEvent::name))
                .containsExactly("settings.export.completed");
        assertThat(desk.told).hasSize(1);
    }

    @Test
    @DisplayName("SET-20: a type that no module exports answers 422, one that the caller may not read 403")
    void refusesWhatIsUnknownOrUnreadable() {
        UUID sam = desk.hired("settings.export", "shop.shop");

        assertThat(refused(finn, () -> desk.exports.create(input(ExportFormat.CSV, of("ghost"))))
                        .slug())
                .isEqualTo("unknown-entity-type");
        assertThat(refused(sam, () -> desk.exports.create(input(ExportFormat.CSV, of("guest"))))
                        .slug())
                .isEqualTo("forbidden");
        Problem twice = catchThrowableOfType(Problem.class, () -> input(ExportFormat.CSV, of("shop"), of("shop")));
        assertThat(twice.errors()).extracting(Problem.FieldError::pointer).containsExactly("/entities/1/entityType");
    }

    @Test
    void refusesUnknownFieldsAndFilters() {
        var wanted = new Wanted("shop", new Json("{\"colour\":\"red\"}"), List.of("id", "shoeSize"));

        Problem refusal = refused(finn, () -> desk.exports.create(input(ExportFormat.CSV, wanted)));

        assertThat(refusal.errors())
                .extracting(Problem.FieldError::pointer)
                .containsExactly("/entities/0/includedFields", "/entities/0/filters/colour");
    }

    @Test
    void writesTheFieldsAskedForAndHandsOnFiltersAndRange() {
        Desk.Source shops = desk.shops.with("Ann's", 1);
        var wanted = new Wanted("shop", new Json("{\"name\":\"Ann's\"}"), List.of("name"));

        View export = done(new Input(
                List.of(wanted), ExportFormat.CSV, false, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31)));

        assertThat(text(export)).isEqualTo("\uFEFFname\r\nAnn's\r\n");
        assertThat(shops.queries.get(0).filters()).isEqualTo(Map.of("name", "Ann's"));
        assertThat(shops.queries.get(0).from()).isEqualTo("2026-06-30T16:00:00Z");
        assertThat(shops.queries.get(0).until()).isEqualTo("2026-07-31T16:00:00Z");
    }

    @Test
    @DisplayName("SET-20: the types they depend on are added and marked; several types give one zip with a file each")
    void addsDependencies() throws IOException {
        desk.shops.with("Ann's", 1);
        desk.guests.with("Bo", 2).with("Cy", 3);

        View export = done(input(ExportFormat.CSV, of("guest")));
        assertThat(export.entities())
                .extracting(Exported::entityType, Exported::isDependency, Exported::recordCount)
                .containsExactlyInAnyOrder(tuple("guest", false, 2), tuple("shop", true, 1));
        assertThat(export.recordCount()).isEqualTo(3);
        assertThat(export.fileName()).endsWith(".zip");
        Map<String, String> files = unzipped(bytes(export));
        assertThat(files).containsOnlyKeys("guest.csv", "shop.csv");
        assertThat(files.get("guest.csv")).contains("Bo").contains("Cy");
    }

    private static Map<String, String> unzipped(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    @DisplayName("SET-20: what the requester may not read is not added either")
    void addsNoDependencyThatTheRequesterMayNotRead() {
        UUID sam = desk.hired("settings.export", "shop.guest");

        View export = desk.as(sam).call(() -> desk.exports
                .create(input(ExportFormat.CSV, of("guest")))
                .body());

        assertThat(export.entities()).extracting(Exported::entityType).containsExactly("guest");
    }

    @Test
    @DisplayName("SET-20: xlsx is a real workbook; JSON has the types of the API")
    void writesOtherFormats() {
        desk.shops.with("Ann's", new BigDecimal("12.50")).with("Bo's", null);

        View workbook = done(input(ExportFormat.XLSX, of("shop")));
        View json = done(input(ExportFormat.JSON, of("shop")));
        assertThat(bytes(workbook)).startsWith('P', 'K', 3, 4);
        assertThat(workbook.fileName()).endsWith(".xlsx");
        assertThat(text(json).replaceAll("\"[0-9a-f-]{36}\"", "#"))
                .isEqualTo("[\n{\"id\":#,\"name\":\"Ann's\",\"amount\":12.50}\n,{\"id\":#,\"name\":\"Bo's\"}\n]");
    }

    @Test
    @DisplayName("SET-20: at most 5 exports of an organization wait or run")
    void refusesTheSixth() {
        for (int i = 0; i < 5; i++) {
            ask(input(ExportFormat.CSV, of("shop")));
        }

        assertThat(refused(finn, () -> desk.exports.create(input(ExportFormat.CSV, of("shop"))))
                        .slug())
                .isEqualTo("too-many-exports");

        desk.work();
        assertThat(ask(input(ExportFormat.CSV, of("shop"))).status()).isEqualTo(ExportStatus.PENDING);
    }

    @Test
    @DisplayName("SET-20: a file larger than 1 GB fails with export-too-large")
    void failsWhenTheFileIsTooLarge() {
        for (int i = 0; i < 10_000; i++) {
            desk.shops.with("A shop with a long name " + i, i);
        }
        View asked = ask(input(ExportFormat.CSV, of("shop")));

        desk.work(100_000);

        View export = read(asked);
        assertThat(export.status()).isEqualTo(ExportStatus.FAILED);
        assertThat(export.errorMessage()).startsWith("export-too-large");
        assertThat(refused(finn, () -> desk.exports.download(asked.id())).slug())
                .isEqualTo("not-ready");
    }

    @Test
    @DisplayName("SET-20: it is read with what the requester may do when it runs")
    void failsWhenTheRequesterMayNotReadAnyMore() {
        View asked = ask(input(ExportFormat.CSV, of("shop")));
        desk.people.put(finn, Set.of("settings.export"));

        desk.work();

        assertThat(read(asked).status()).isEqualTo(ExportStatus.FAILED);
        assertThat(read(asked).errorMessage()).startsWith("forbidden");
    }

    @Test
    @DisplayName("SET-20: sources read as the requester, and write nothing")
    void readsAsTheRequester() {
        Desk.Source shops = desk.shops.with("Ann's", 1);

        done(input(ExportFormat.CSV, of("shop")));

        assertThat(shops.calls.get(0).actor().id()).isEqualTo(finn);
        assertThat(shops.calls.get(0).readOnly()).isTrue();
        assertThat(shops.calls.get(0).permissions()).containsExactlyInAnyOrder(ALL);
    }

    @Test
    void failsOnceTheRequesterHasLeft() {
        View asked = ask(input(ExportFormat.CSV, of("shop")));
        desk.people.remove(finn);

        desk.work();

        assertThat(desk.organization.read(() -> desk.exports.get(asked.id())).status())
                .isEqualTo(ExportStatus.FAILED);
    }

    @Test
    @DisplayName("SET-20: the file expires after 7 days, row and bytes are gone")
    void expires() {
        View export = done(input(ExportFormat.CSV, of("shop")));
        UUID file = Objects.requireNonNull(export.attachmentId());

        desk.clock.forward(Duration.ofDays(7).minusMinutes(5));
        desk.organization.run(() -> desk.expiry.run(Optional.empty()));
        assertThat(read(export).status()).isEqualTo(ExportStatus.COMPLETED);

        desk.clock.forward(Duration.ofMinutes(10));
        desk.organization.run(() -> desk.expiry.run(Optional.empty()));

        assertThat(read(export).status()).isEqualTo(ExportStatus.EXPIRED);
        assertThat(desk.attachments.has(file)).isFalse();
        assertThat(refused(finn, () -> desk.exports.download(export.id())).slug())
                .isEqualTo("gone");
    }

    @Test
    @DisplayName("SET-20: only the requester and admins fetch the file")
    void isFetchedByTheRequesterAndAdminsAlone() throws IOException {
        desk.shops.with("Ann's", 1);
        View export = done(input(ExportFormat.CSV, of("shop")));
        UUID other = desk.hired(ALL);
        UUID admin = desk.hired("settings.export", "settings.write");

        assertThat(refused(other, () -> desk.exports.download(export.id())).slug())
                .isEqualTo("forbidden");
        assertThat(refused(other, () -> desk.exports.delete(export.id())).slug())
                .isEqualTo("forbidden");
        assertThat(desk.as(other).read(() -> desk.types.label("data_export", export.id())))
                .isEmpty();
        assertThat(desk.as(admin).read(() -> desk.types.label("data_export", export.id())))
                .isPresent();
        for (UUID user : List.of(finn, admin)) {
            var download = desk.as(user).read(() -> desk.exports.download(export.id()));
            try (InputStream content = download.content().open(0, download.length())) {
                assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("Ann's");
            }
        }
    }

    @Test
    @DisplayName("SET-20: anonymized replaces personal fields by pseudonyms that are the same throughout the file")
    void replacesWhatIsPersonal() throws IOException {
        desk.shops.with("Ann", 1).with("Bo", 2);
        desk.guests.with("Ann", 3).with("Cy", null);

        View export = done(new Input(List.of(of("guest")), ExportFormat.CSV, true, null, null));
        Map<String, String> files = unzipped(bytes(export));
        List<String> names = files.values().stream()
                .flatMap(text -> text.lines().skip(1))
                .map(line -> line.split(",", -1)[1])
                .toList();
        assertThat(names).hasSize(4).allMatch(name -> name.matches("anon-[0-9a-f]{16}"));
        assertThat(names.stream().distinct()).hasSize(3);

        View again = done(new Input(List.of(of("shop")), ExportFormat.CSV, true, null, null));
        assertThat(names).noneMatch(text(again)::contains);
    }

    @Test
    @DisplayName("data_exports: one that waits or runs can be cancelled, and leaves no file")
    void cancels() {
        desk.shops.with("Ann's", 1);
        View waiting = ask(input(ExportFormat.CSV, of("shop")));
        desk.as(finn).run(() -> desk.exports.cancel(waiting.id()));
        desk.work();
        assertThat(read(waiting).status()).isEqualTo(ExportStatus.CANCELLED);
        assertThat(refused(finn, () -> desk.exports.cancel(waiting.id())).slug())
                .isEqualTo("invalid-transition");

        View running = ask(input(ExportFormat.CSV, of("shop")));
        desk.shops.meanwhile = () -> Desk.PLATFORM
                .transactions()
                .apart(Call.system(desk.organization.id(), "x"), () -> {
                    desk.exports.cancel(running.id());
                    return true;
                });
        desk.work();

        assertThat(read(running).status()).isEqualTo(ExportStatus.CANCELLED);
        assertThat(read(running).attachmentId()).isNull();
        desk.as(finn).run(() -> desk.exports.delete(running.id()));
    }

    @Test
    @DisplayName("settings.run-exports: what a node left half-way begins anew")
    void beginsAnewWhatWasLeft() {
        desk.shops.with("Ann's", 1);
        View asked = ask(input(ExportFormat.CSV, of("shop")));
        desk.organization.call(() -> desk.run(1_000_000).run(Optional.empty()));
        assertThat(read(asked).status()).isEqualTo(ExportStatus.PROCESSING);
        desk.work.close(); // the node dies

        desk.work();

        assertThat(read(asked).status()).isEqualTo(ExportStatus.COMPLETED);
        assertThat(text(read(asked))).contains("Ann's");
    }

    @Test
    @DisplayName("settings.expire-exports: sees to it that no export waits for a run that was lost")
    void asksAgainForARun() {
        ask(input(ExportFormat.CSV, of("shop")));
        desk.asked.clear();

        desk.organization.run(() -> desk.expiry.run(Optional.empty()));

        assertThat(desk.asked).containsExactly("settings.run-exports");
    }

    @Test
    @DisplayName("SET-20: 100,000 records are read in batches, each in a transaction of its own")
    void readsInBatches() {
        Desk.Source shops = desk.shops;
        for (int i = 0; i < 100_000; i++) {
            shops.with("Shop " + i, i);
        }

        View export = done(input(ExportFormat.CSV, of("shop")));
        assertThat(export.recordCount()).isEqualTo(100_000);
        assertThat(shops.queries).hasSize(100).allMatch(query -> query.limit() == 1000);
        assertThat(text(export).lines()).hasSize(100_001);
    }

    @Test
    @DisplayName("SET-24: lists show what was asked for, by its filters")
    void lists() {
        View csv = ask(input(ExportFormat.CSV, of("shop")));
        ask(input(ExportFormat.JSON, of("shop")));
        var query = new ListQuery(10, Optional.empty(), Optional.empty(), Map.of("format", "csv"), false);
        assertThat(desk.as(finn).read(() -> desk.exports.list(query)).items())
                .extracting(View::id)
                .containsExactly(csv.id());
    }
}
