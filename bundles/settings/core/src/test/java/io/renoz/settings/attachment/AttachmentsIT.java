package io.renoz.settings.attachment;

import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.Workbench.TABLES;
import static io.renoz.settings.attachment.Desk.TEXT;
import static io.renoz.settings.attachment.Desk.bytes;
import static io.renoz.settings.attachment.Desk.note;
import static io.renoz.settings.attachment.Desk.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renoz.event.DomainEvent;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.NewAttachment;
import io.renoz.testing.Organization;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Files as other modules store them. */
class AttachmentsIT {

    private final Desk desk = new Desk();
    private final AttachmentStore store = desk.store;
    private final Organization acme = PLATFORM.organization();
    private final UUID customer = desk.customer();

    private static void refused(String slug, ThrowingCallable act) {
        Problem refusal = catchThrowableOfType(Problem.class, act);

        assertThat(refusal).isNotNull();
        assertThat(refusal.slug()).isEqualTo(slug);
    }

    private AttachmentRef stored(NewAttachment file) {
        return acme.call(() -> store.store(file, bytes(TEXT)));
    }

    private String key(UUID attachment) {
        return acme.read(() -> store.require(attachment).storageKey);
    }

    @Test
    void keepsRowAndBytesTogether() throws Exception {
        AttachmentRef file = stored(note("a/b\\notes.txt").on("customer", customer));
        AttachmentContent content = acme.read(() -> store.open(file.id()));

        assertThat(file.filename()).isEqualTo("notes.txt");
        assertThat(file.sizeBytes()).isEqualTo(10);
        assertThat(file.sha256()).hasSize(64);
        assertThat(read(content.open())).as("outside of any transaction").isEqualTo(TEXT);
        assertThat(read(content.content().open(2, 3))).isEqualTo("234");
        assertThat(content.download().mediaType()).isEqualTo("text/plain");
        assertThat(content.download().tag()).isEqualTo(file.sha256());
        assertThat(PLATFORM.published().stream().filter(e -> e.aggregateId().equals(file.id())))
                .extracting(DomainEvent::name)
                .containsExactly("settings.attachment.stored");
    }

    @Test
    @DisplayName("SET-22: bytes are stored under organization, entity type and attachment id")
    void putsBytesInTheirPlace() {
        UUID linked = stored(note("a.txt").on("customer", customer)).id();
        UUID loose = stored(note("a.txt")).id();

        assertThat(key(linked)).isEqualTo(acme.id() + "/customer/" + linked);
        assertThat(key(loose)).isEqualTo(acme.id() + "/unlinked/" + loose);
        assertThat(PLATFORM.blobs().find(key(linked))).isPresent();
    }

    @Test
    @DisplayName("SET-22: html, xml and scripts are refused, and content of another type answers content-mismatch")
    void looksAtWhatComesIn() {
        refused(
                "unsupported-media-type",
                () -> acme.run(() -> {
                    var page = NewAttachment.of("a.html", "text/html", io.renoz.settings.api.AttachmentCategory.UPLOAD);
                    store.store(page, bytes("<html></html>"));
                }));
        refused("content-mismatch", () -> acme.run(() -> store.store(note("a.txt"), bytes("<html></html>"))));
        refused(
                "content-mismatch",
                () -> acme.run(() -> {
                    var image = NewAttachment.of("a.png", "image/png", io.renoz.settings.api.AttachmentCategory.UPLOAD);
                    store.store(image, bytes(TEXT));
                }));
    }

    @Test
    @DisplayName("SET-22: a file is as large as the setting says at most, or as large as the caller's own limit")
    void hasALimit() {
        desk.settings.put(AttachmentSettings.MAX_MB, 1);
        String most = "x".repeat(1_048_576);

        AttachmentRef file = acme.call(() -> store.store(note("a.txt"), bytes(most)));
        refused("file-too-large", () -> acme.run(() -> store.store(note("a.txt"), bytes(most + "x"))));
        AttachmentRef export = acme.call(() -> store.store(note("a.txt").upTo(2_000_000), bytes(most + "x")));
        refused("file-too-large", () -> acme.run(() -> store.store(note("a.txt").upTo(5), bytes(TEXT))));

        assertThat(file.sizeBytes()).isEqualTo(1_048_576);
        assertThat(export.sizeBytes()).isEqualTo(1_048_577);
    }

    @Test
    void leavesNoBytesBehindWhenTheTransactionRollsBack() {
        var keys = new ArrayList<String>();

        refused(
                "invalid-state",
                () -> acme.run(() -> {
                    UUID id = store.store(note("a.txt"), bytes(TEXT)).id();
                    keys.add(store.require(id).storageKey);
                    assertThat(PLATFORM.blobs().find(keys.get(0))).isPresent();
                    throw Problem.of("invalid-state", "changed my mind");
                }));

        assertThat(PLATFORM.blobs().find(keys.get(0))).isEmpty();
    }

    @Test
    void hangsAFileOnARecordOnce() {
        UUID id = stored(note("a.txt")).id();
        UUID other = desk.customer();

        acme.run(() -> store.link(id, "customer", customer));
        acme.run(() -> store.link(id, "customer", customer));

        refused("invalid-state", () -> acme.run(() -> store.link(id, "customer", other)));
        refused("not-found", () -> acme.run(() -> store.link(UUID.randomUUID(), "customer", other)));
        refused("unknown-entity-type", () -> acme.run(() -> store.link(id, "../customer", other)));
        assertThat(acme.read(() -> store.list("customer", customer)))
                .extracting(AttachmentRef::id)
                .containsExactly(id);
    }

    @Test
    void listsTheNewestFirst() {
        UUID first = stored(note("a.txt").on("customer", customer)).id();
        UUID second = stored(note("b.txt").on("customer", customer)).id();
        stored(note("c.txt").on("customer", desk.customer()));

        assertThat(acme.read(() -> store.list("customer", customer)))
                .extracting(AttachmentRef::id)
                .containsExactly(second, first);
    }

    @Test
    @DisplayName("SET-22: deleting hides the file, and its bytes stay")
    void hidesWhatIsDeleted() {
        UUID id = stored(note("a.txt").on("customer", customer)).id();

        acme.run(() -> store.delete(id));
        acme.run(() -> store.delete(id));

        refused("gone", () -> acme.read(() -> store.open(id)));
        assertThat(acme.read(() -> store.list("customer", customer))).isEmpty();
        assertThat(PLATFORM.blobs().find(key(id))).isPresent();
        assertThat(PLATFORM.published().stream().filter(e -> e.aggregateId().equals(id)))
                .extracting(DomainEvent::name)
                .containsExactly("settings.attachment.stored", "settings.attachment.deleted");
    }

    @Test
    void knowsNothingOfAnotherOrganizationsFiles() {
        UUID id = stored(note("a.txt")).id();
        Organization other = PLATFORM.organization();

        refused("not-found", () -> other.read(() -> store.open(id)));
        refused("not-found", () -> other.run(() -> store.delete(id)));
    }

    @Test
    void numbersTheRevisionsOfADocument() {
        UUID order = UUID.randomUUID();

        List<AttachmentRef> invoices = IntStream.range(0, 3)
                .mapToObj(i -> acme.call(() -> store.storeDocument("order", order, "invoice", pdf())))
                .toList();
        AttachmentRef note = acme.call(() -> store.storeDocument("order", order, "delivery_note", pdf()));

        assertThat(invoices).extracting(AttachmentRef::revision).containsExactly(1, 2, 3);
        assertThat(invoices)
                .extracting(AttachmentRef::filename)
                .containsExactly("invoice.pdf", "invoice-2.pdf", "invoice-3.pdf");
        assertThat(note.revision()).isEqualTo(1);
        assertThat(note.filename()).isEqualTo("delivery-note.pdf");
        refused(
                "content-mismatch",
                () -> acme.run(() -> store.storeDocument("order", order, "invoice", bytes("no PDF"))));
    }

    @Test
    void givesDocumentsThatAreMadeAtOnceRevisionsOfTheirOwn() {
        UUID order = UUID.randomUUID();

        List<CompletableFuture<Integer>> made = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> acme.call(() ->
                        store.storeDocument("order", order, "invoice", pdf()).revision())))
                .toList();

        assertThat(made.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static InputStream pdf() {
        return bytes("%PDF-1.7\n%%EOF\n");
    }

    @Test
    @DisplayName("SET-25: what happens to files is told to the audit log")
    void tellsTheAuditLog() {
        UUID id = stored(note("a.txt")).id();
        acme.run(() -> TABLES.require(Attachment.class, id).title = "A");
        acme.run(() -> store.delete(id));

        assertThat(PLATFORM.audited().stream()
                        .filter(change -> change.entityId().equals(id)))
                .hasSize(3)
                .allSatisfy(change -> assertThat(change.entityType()).isEqualTo("attachment"));
    }
}
