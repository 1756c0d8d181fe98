package io.renoz.settings.attachment;

import io.renoz.blob.StoredBlob;
import io.renoz.data.Audited;
import io.renoz.data.Call;
import io.renoz.data.Json;
import io.renoz.data.entity.KeptRecord;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentCategory;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.AttachmentVisibility;
import io.renoz.settings.api.NewAttachment;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What is known of a file; its bytes are in the store under {@link #storageKey}. */
@Entity
@Table(schema = "settings", name = "attachments")
@Audited(type = "attachment", name = "filename")
class Attachment extends KeptRecord {

    /** Where the bytes of files are that hang on nothing yet. */
    static final String UNLINKED = "unlinked";

    String filename;
    String originalFilename;

    @Nullable
    String title;

    @Nullable
    String description;

    String mimeType;
    long sizeBytes;

    @Nullable
    String sha256;

    String storageKey;
    String bucket = "attachments";
    AttachmentStatus status = AttachmentStatus.PENDING;
    AttachmentCategory category = AttachmentCategory.UPLOAD;
    AttachmentVisibility visibility = AttachmentVisibility.INTERNAL;

    @Nullable
    String entityType;

    @Nullable
    UUID entityId;

    @Nullable
    String documentType;

    @Nullable
    Integer revision;

    @Nullable
    UUID uploadedBy;

    @Nullable
    Json metadata;

    @SuppressWarnings("NullAway.Init") // EclipseLink fills the fields
    protected Attachment() {}

    /** SET-22: bytes lie under organization, entity type and id. */
    Attachment(NewAttachment file, String mimeType) {
        this.originalFilename = FileNames.cut(file.filename());
        this.filename = FileNames.safe(file.filename());
        this.mimeType = mimeType;
        this.category = file.category();
        this.visibility = file.visibility();
        this.entityType = file.entityType();
        this.entityId = file.entityId();
        this.uploadedBy = Call.user().orElse(null);
        this.storageKey = Call.tenant() + "/" + (entityType == null ? UNLINKED : entityType) + "/" + id();
    }

    void stored(StoredBlob bytes) {
        sizeBytes = bytes.size();
        sha256 = bytes.sha256();
        status = AttachmentStatus.STORED;
    }

    /** Makes it a revision of a generated document. */
    void document(String type, int number) {
        documentType = type;
        revision = number;
    }

    /** Hangs it on a record, once and for all. */
    void link(String type, UUID id) {
        if (entityType != null && !(type.equals(entityType) && id.equals(entityId))) {
            throw Problem.of("invalid-state", "The file belongs to another record already.");
        }
        entityType = type;
        entityId = id;
    }

    /** When it was stored. */
    Instant since() {
        return Objects.requireNonNull(createdAt(), "stored rows have a time");
    }

    AttachmentRef ref() {
        return new AttachmentRef(
                id(),
                filename,
                mimeType,
                sizeBytes,
                sha256 == null ? "" : sha256,
                category,
                visibility,
                entityType,
                entityId,
                documentType,
                revision,
                since());
    }
}
