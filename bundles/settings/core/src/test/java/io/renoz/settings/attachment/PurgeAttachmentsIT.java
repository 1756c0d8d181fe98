package io.renoz.settings.attachment;

import static io.renoz.settings.Workbench.PLATFORM;
import static io.renoz.settings.attachment.Desk.TEXT;
import static io.renoz.settings.attachment.Desk.bytes;
import static io.renoz.settings.attachment.Desk.note;
import static org.assertj.core.api.Assertions.assertThat;

import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.NewAttachment;
import io.renoz.testing.Organization;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PurgeAttachmentsIT {

    private final Desk desk = new Desk();
    private final Organization acme = PLATFORM.organization();

    private UUID stored(NewAttachment file) {
        return acme.call(() -> desk.store.store(file, bytes(TEXT)).id());
    }

    private boolean there(UUID id, String folder) {
        boolean row = acme.read(() -> io.renoz.settings.Workbench.TABLES
                        .entities()
                        .createQuery("select count(a) from Attachment a where a.id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult())
                > 0;
        boolean bytes =
                PLATFORM.blobs().find(acme.id() + "/" + folder + "/" + id).isPresent();
        assertThat(row).as("row and bytes").isEqualTo(bytes);
        return row;
    }

    private void purgeIn(Duration later) {
        PurgeAttachments purge = desk.purge(Clock.offset(Clock.systemUTC(), later));
        acme.run(() -> assertThat(purge.run(Optional.empty())).isEmpty());
    }

    @Test
    @DisplayName("SET-22: uploads that were never linked go after 24 hours, rows and bytes")
    void takesAwayWhatWasNeverLinked() {
        UUID loose = stored(note("a.txt"));
        UUID linked = stored(note("a.txt").on("customer", UUID.randomUUID()));
        UUID export = stored(NewAttachment.of("a.csv", "text/csv", AttachmentCategory.EXPORT));

        purgeIn(Duration.ofHours(23));
        assertThat(there(loose, "unlinked")).isTrue();
        purgeIn(Duration.ofHours(25));

        assertThat(there(loose, "unlinked")).isFalse();
        assertThat(there(linked, "customer")).isTrue();
        assertThat(there(export, "unlinked")).isTrue();
    }

    @Test
    @DisplayName("SET-22: deleted files go after the days of the setting, rows and bytes")
    void takesAwayWhatWasDeletedLongAgo() {
        UUID deleted = stored(note("a.txt").on("customer", UUID.randomUUID()));
        UUID kept = stored(note("a.txt").on("customer", UUID.randomUUID()));
        acme.run(() -> desk.store.delete(deleted));

        purgeIn(Duration.ofDays(29));
        assertThat(there(deleted, "customer")).isTrue();
        purgeIn(Duration.ofDays(31));

        assertThat(there(deleted, "customer")).isFalse();
        assertThat(there(kept, "customer")).isTrue();
    }

    @Test
    void keepsWhatARecordStillPointsAt() {
        UUID logo = stored(note("a.txt"));
        UUID other = stored(note("a.txt"));
        acme.sql(
                "settings",
                "insert into settings.organizations (organization_id, id, name, slug, logo_attachment_id)"
                        + " values (?, ?, 'Acme', ?, ?)",
                acme.id(),
                acme.id(),
                "acme-" + acme.id(),
                logo);

        purgeIn(Duration.ofHours(25));

        assertThat(there(logo, "unlinked")).isTrue();
        assertThat(there(other, "unlinked")).isFalse();
    }

    @Test
    void sweepsBytesThatNoRowKnows() {
        String orphan = acme.id() + "/customer/" + UUID.randomUUID();
        acme.run(() -> PLATFORM.blobs().put(orphan, bytes(TEXT), 100));

        purgeIn(Duration.ofHours(1));
        assertThat(PLATFORM.blobs().find(orphan)).isPresent();
        purgeIn(Duration.ofHours(25));

        assertThat(PLATFORM.blobs().find(orphan)).isEmpty();
    }

    @Test
    void goesOnWhereABatchLeftOff() {
        acme.run(() -> {
            for (int i = 0; i < 201; i++) {
                desk.store.store(note(i + ".txt"), bytes(TEXT));
            }
        });
        PurgeAttachments purge = desk.purge(Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));

        Optional<String> next = acme.call(() -> purge.run(Optional.empty()));
        Optional<String> end = acme.call(() -> purge.run(next));

        assertThat(next).isPresent();
        assertThat(end).isEmpty();
        try (var left = PLATFORM.blobs().list(acme.id().toString())) {
            assertThat(left).isEmpty();
        }
    }
}
