package io.renoz.settings.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored file, without its bytes.
 *
 * @param filename safe for any file system
 * @param sha256 of the bytes, in hexadecimal digits
 * @param entityType kind of the record it hangs on; null while it hangs on none
 * @param documentType {@code invoice} and the like for generated documents, else null
 * @param revision 1, 2 ... of a generated document, else null
 */
public record AttachmentRef(
        UUID id,
        String filename,
        String mimeType,
        long sizeBytes,
        String sha256,
        AttachmentCategory category,
        AttachmentVisibility visibility,
        @Nullable String entityType,
        @Nullable UUID entityId,
        @Nullable String documentType,
        @Nullable Integer revision,
        Instant createdAt) {}
