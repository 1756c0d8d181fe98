package io.renoz.settings.api;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files of the current organization, whatever module they belong to. Thread-safe.
 *
 * <p>It asks for no permission: what a caller may do with a file is what the calling module lets them do with the record. Bytes
 * belong to the current transaction like the row: they are there once it commits, and gone when it rolls back.
 */
@ProviderType
public interface Attachments {

    /**
     * Stores a file. The stream is read to its end and not closed.
     *
     * @throws io.renoz.problem.Problem {@code file-too-large}, {@code unsupported-media-type}, {@code content-mismatch}
     */
    AttachmentRef store(NewAttachment file, InputStream content);

    /**
     * A file with its bytes.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code gone} when it was deleted
     */
    AttachmentContent open(UUID attachment);

    /**
     * Hangs a file that hangs on nothing yet on a record; again on the same record changes nothing.
     *
     * @throws io.renoz.problem.Problem {@code not-found}; {@code invalid-state} when it hangs on another record
     */
    void link(UUID attachment, String entityType, UUID entityId);

    /** The files of a record, newest first; at most 1,000. */
    List<AttachmentRef> list(String entityType, UUID entityId);

    /**
     * Puts a file out of sight; row and bytes go later ({@code settings.attachment_purge_days}). Again changes nothing.
     *
     * @throws io.renoz.problem.Problem {@code not-found}
     */
    void delete(UUID attachment);

    /**
     * Stores a generated PDF as the next revision of a record's document.
     *
     * @param documentType {@code invoice}, {@code delivery_note} ...
     * @throws io.renoz.problem.Problem {@code content-mismatch} when it is no PDF
     */
    AttachmentRef storeDocument(String entityType, UUID entityId, String documentType, InputStream pdf);
}
