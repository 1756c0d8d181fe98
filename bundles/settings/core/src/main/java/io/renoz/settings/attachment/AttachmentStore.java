package io.renoz.settings.attachment;

import io.renoz.blob.BlobStore;
import io.renoz.blob.ContentTypes;
import io.renoz.data.Call;
import io.renoz.data.Coded;
import io.renoz.data.Tables;
import io.renoz.event.DomainEvent;
import io.renoz.event.EventPublisher;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.NewAttachment;
import io.renoz.settings.api.SettingsReader;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rows in the database, bytes in the store, both or neither. */
@Component(service = {Attachments.class, AttachmentStore.class})
public final class AttachmentStore implements Attachments {

    private static final long MEGABYTE = 1_048_576;
    private static final int MOST_LISTED = 1_000;
    private static final String PDF = "application/pdf";
    private static final String ENTITY_TYPE = "[a-z][a-z0-9_]{0,49}";

    private final Tables tables;
    private final BlobStore blobs;
    private final ContentTypes types;
    private final SettingsReader settings;
    private final EventPublisher events;

    @Activate
    public AttachmentStore(
            @Reference(target = "(domain=settings)") Tables tables,
            @Reference BlobStore blobs,
            @Reference ContentTypes types,
            @Reference SettingsReader settings,
            @Reference EventPublisher events) {
        this.tables = tables;
        this.blobs = blobs;
        this.types = types;
        this.settings = settings;
        this.events = events;
    }

    /** SET-22: what the organization lets in. */
    long largest() {
        return settings.getInt(AttachmentSettings.CATEGORY, AttachmentSettings.MAX_MB) * MEGABYTE;
    }

    @Override
    public AttachmentRef store(NewAttachment file, InputStream content) {
        return add(file, content, row -> {}).ref();
    }

    /** As {@link #store}; {@code complete} gives the row what a new attachment does not say. */
    Attachment add(NewAttachment file, InputStream content, Consumer<Attachment> complete) {
        checkType(file.entityType());
        InputStream marked = content.markSupported() ? content : new BufferedInputStream(content, ContentTypes.LOOK);
        String type = types.verified(file.mimeType(), file.filename(), marked);
        var row = new Attachment(file, type);
        row.stored(blobs.put(row.storageKey, marked, file.limit() > 0 ? file.limit() : largest()));
        complete.accept(row);
        tables.add(row);
        tables.flush();
        tell("stored", row);
        return row;
    }

    /** It becomes part of a key. */
    private static void checkType(@org.jspecify.annotations.Nullable String entityType) {
        if (entityType != null && !entityType.matches(ENTITY_TYPE)) {
            throw Problem.of("unknown-entity-type", "There are no records of that type.");
        }
    }

    void tell(String happening, Attachment row) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("filename", row.filename);
        payload.put("mimeType", row.mimeType);
        payload.put("sizeBytes", row.sizeBytes);
        payload.put("category", Coded.of(row.category));
        if (row.entityType != null && row.entityId != null) {
            payload.put("entityType", row.entityType);
            payload.put("entityId", row.entityId.toString());
        }
        events.publish(
                new DomainEvent("settings.attachment." + happening, "attachment", row.id(), Map.copyOf(payload)));
    }

    @Override
    public AttachmentContent open(UUID attachment) {
        return content(require(attachment));
    }

    /** The row, be it deleted. */
    Attachment require(UUID attachment) {
        return tables.entities()
                .createQuery("select a from Attachment a where a.id = :id", Attachment.class)
                .setParameter("id", attachment)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("attachment"));
    }

    AttachmentContent content(Attachment row) {
        if (row.deleted() || row.status != AttachmentStatus.STORED) {
            throw Problem.of("gone", "The file was deleted.");
        }
        String key = row.storageKey;
        return new AttachmentContent(row.ref(), (from, length) -> blobs.open(key, from, length));
    }

    @Override
    public void link(UUID attachment, String entityType, UUID entityId) {
        checkType(entityType);
        tables.require(Attachment.class, attachment).link(entityType, entityId);
    }

    @Override
    public List<AttachmentRef> list(String entityType, UUID entityId) {
        return tables
                .entities()
                .createQuery(
                        "select a from Attachment a where a.entityType = :type and a.entityId = :id"
                                + " and a.deletedAt is null order by a.createdAt desc, a.id desc",
                        Attachment.class)
                .setParameter("type", entityType)
                .setParameter("id", entityId)
                .setMaxResults(MOST_LISTED)
                .getResultList()
                .stream()
                .map(Attachment::ref)
                .toList();
    }

    @Override
    public void delete(UUID attachment) {
        Attachment row = require(attachment);
        if (!row.deleted()) {
            tables.remove(row);
            tell("deleted", row);
        }
    }

    @Override
    public AttachmentRef storeDocument(String entityType, UUID entityId, String documentType, InputStream pdf) {
        int revision = next(entityType, entityId, documentType);
        String name = documentType.replace('_', '-') + (revision == 1 ? "" : "-" + revision) + ".pdf";
        var file = NewAttachment.of(name, PDF, AttachmentCategory.GENERATED)
                .on(entityType, entityId)
                .upTo(Long.MAX_VALUE);
        return add(file, pdf, row -> row.document(documentType, revision)).ref();
    }

    /** Whoever makes another one of the same kind at once waits here until this transaction is over. */
    private int next(String entityType, UUID entityId, String documentType) {
        tables.entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .setParameter(1, Call.tenant() + "/" + entityType + "/" + entityId + "/" + documentType)
                .getSingleResult();
        Integer last = tables.entities()
                .createQuery(
                        "select max(a.revision) from Attachment a where a.entityType = :type and a.entityId = :id"
                                + " and a.documentType = :document",
                        Integer.class)
                .setParameter("type", entityType)
                .setParameter("id", entityId)
                .setParameter("document", documentType)
                .getSingleResult();
        return last == null ? 1 : last + 1;
    }
}
