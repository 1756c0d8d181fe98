package io.renoz.settings.attachment;

import io.renoz.blob.Blob;
import io.renoz.blob.BlobStore;
import io.renoz.data.Call;
import io.renoz.data.Tables;
import io.renoz.data.Transactions;
import io.renoz.job.Job;
import io.renoz.job.Schedule;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.SettingsReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SET-22: takes away, rows and bytes, what was sent and never linked within 24 hours, and what was deleted long enough ago;
 * besides bytes that no row knows of, which a node left behind that died between writing and commit.
 */
@Component
public final class PurgeAttachments implements Job {

    private static final Logger log = LoggerFactory.getLogger(PurgeAttachments.class);
    private static final Duration UNLINKED = Duration.ofHours(24);
    private static final int BATCH = 200;

    /** What the platform makes hangs on its own records, by their foreign keys. */
    private static final List<AttachmentCategory> SENT = List.of(
            AttachmentCategory.UPLOAD,
            AttachmentCategory.AVATAR,
            AttachmentCategory.LOGO,
            AttachmentCategory.SIGNATURE);

    private final Tables tables;
    private final Transactions transactions;
    private final BlobStore blobs;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public PurgeAttachments(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference Transactions transactions,
            @Reference BlobStore blobs,
            @Reference SettingsReader settings,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.blobs = blobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settings.purge-attachments";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(LocalTime.of(3, 20));
    }

    @Override
    public Optional<String> run(Optional<String> from) {
        List<UUID> due = due(from.map(UUID::fromString).orElse(new UUID(0, 0)));
        due.forEach(this::purge);
        if (due.size() == BATCH) {
            return Optional.of(due.get(BATCH - 1).toString());
        }
        sweep();
        return Optional.empty();
    }

    private List<UUID> due(UUID after) {
        Instant now = clock.instant();
        int days = settings.getInt(AttachmentSettings.CATEGORY, AttachmentSettings.PURGE_DAYS);
        return tables.entities()
                .createQuery(
                        "select a.id from Attachment a where a.id > :after and (a.deletedAt < :deleted"
                                + " or (a.entityType is null and a.createdAt < :unlinked and a.category in :sent))"
                                + " order by a.id",
                        UUID.class)
                .setParameter("after", after)
                .setParameter("deleted", now.minus(Duration.ofDays(days)))
                .setParameter("unlinked", now.minus(UNLINKED))
                .setParameter("sent", SENT)
                .setMaxResults(BATCH)
                .getResultList();
    }

    /** In a transaction of its own: a file that some record still points at stays, and holds up no other. */
    private void purge(UUID id) {
        try {
            transactions.apart(Call.current(), () -> {
                Attachment row = tables.entities()
                        .createQuery("select a from Attachment a where a.id = :id", Attachment.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
                if (row != null) {
                    tables.entities().remove(row);
                    tables.flush();
                    blobs.delete(row.storageKey);
                }
                return id;
            });
        } catch (PersistenceException | Problem e) {
            log.debug("The file {} stays, as something points at it: {}", id, e.toString());
        }
    }

    /** What is younger may belong to a transaction that has not committed yet. */
    private void sweep() {
        Instant settled = clock.instant().minus(UNLINKED);
        Set<String> known = new HashSet<>(tables.entities()
                .createQuery("select a.storageKey from Attachment a", String.class)
                .getResultList());
        try (Stream<Blob> stored = blobs.list(Call.tenant().toString())) {
            stored.filter(blob -> blob.since().isBefore(settled) && !known.contains(blob.key()))
                    .forEach(blob -> blobs.delete(blob.key()));
        }
    }
}
