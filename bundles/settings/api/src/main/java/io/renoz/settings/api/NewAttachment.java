package io.renoz.settings.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file to be stored.
 *
 * @param filename as people gave it; folders and what file systems do not like are taken off
 * @param mimeType as declared; {@code application/octet-stream} lets the name decide
 * @param entityType kind of the record it hangs on; null to link it later, within 24 hours
 * @param limit most bytes; 0 for what the organization allows ({@code settings.attachment_max_mb})
 */
public record NewAttachment(
        String filename,
        String mimeType,
        AttachmentCategory category,
        AttachmentVisibility visibility,
        @Nullable String entityType,
        @Nullable UUID entityId,
        long limit) {

    public NewAttachment {
        if ((entityType == null) != (entityId == null)) {
            throw new IllegalArgumentException("A record is named by its type and its id.");
        }
    }

    /** A file for staff, that hangs on nothing yet. */
    public static NewAttachment of(String filename, String mimeType, AttachmentCategory category) {
        return new NewAttachment(filename, mimeType, category, AttachmentVisibility.INTERNAL, null, null, 0);
    }

    /** The same, of a record. */
    public NewAttachment on(String type, UUID id) {
        return new NewAttachment(filename, mimeType, category, visibility, type, id, limit);
    }

    /** The same, which others may fetch too. */
    public NewAttachment visibleTo(AttachmentVisibility whom) {
        return new NewAttachment(filename, mimeType, category, whom, entityType, entityId, limit);
    }

    /** The same with a limit of its own, such as that of exports. */
    public NewAttachment upTo(long bytes) {
        return new NewAttachment(filename, mimeType, category, visibility, entityType, entityId, bytes);
    }
}
