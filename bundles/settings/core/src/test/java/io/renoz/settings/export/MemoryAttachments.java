package io.renoz.settings.export;

import io.renoz.data.Call;
import io.renoz.data.Ids;
import io.renoz.data.Tables;
import io.renoz.problem.Problem;
import io.renoz.settings.api.AttachmentContent;
import io.renoz.settings.api.AttachmentRef;
import io.renoz.settings.api.Attachments;
import io.renoz.settings.api.NewAttachment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Files in memory, each with a row that others can point at. */
public final class MemoryAttachments implements Attachments {

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record File(AttachmentRef ref, byte[] bytes) {}

    private static final String ROW = "insert into settings.attachments (organization_id, id, filename,"
            + " original_filename, mime_type, size_bytes, storage_key) values (?1, ?2, 'f', 'f', 'text/csv', 0, ?3)";

    private final Map<UUID, File> files = new HashMap<>();
    private final Tables tables;

    public MemoryAttachments(Tables tables) {
        this.tables = tables;
    }

    @Override
    public AttachmentRef store(NewAttachment file, InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            var ref = new AttachmentRef(
                    Ids.next(),
                    file.filename(),
                    file.mimeType(),
                    bytes.length,
                    "0".repeat(64),
                    file.category(),
                    file.visibility(),
                    file.entityType(),
                    file.entityId(),
                    null,
                    null,
                    Instant.now());
            tables.entities()
                    .createNativeQuery(ROW)
                    .setParameter(1, Call.tenant())
                    .setParameter(2, ref.id())
                    .setParameter(3, ref.id().toString())
                    .executeUpdate();
            files.put(ref.id(), new File(ref, bytes));
            return ref;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private File file(UUID attachment) {
        File file = files.get(attachment);
        if (file == null) {
            throw Problem.notFound("attachment");
        }
        return file;
    }

    public byte[] bytes(UUID attachment) {
        return file(attachment).bytes;
    }

    public boolean has(UUID attachment) {
        return files.containsKey(attachment);
    }

    @Override
    public AttachmentContent open(UUID attachment) {
        File file = file(attachment);
        return new AttachmentContent(
                file.ref,
                (from, length) -> new ByteArrayInputStream(file.bytes, Math.toIntExact(from), Math.toIntExact(length)));
    }

    @Override
    public void link(UUID attachment, String entityType, UUID entityId) {
        AttachmentRef ref = file(attachment).ref;
        var linked = new AttachmentRef(
                ref.id(),
                ref.filename(),
                ref.mimeType(),
                ref.sizeBytes(),
                ref.sha256(),
                ref.category(),
                ref.visibility(),
                entityType,
                entityId,
                null,
                null,
                ref.createdAt());
        files.put(attachment, new File(linked, bytes(attachment)));
    }

    @Override
    public List<AttachmentRef> list(String entityType, UUID entityId) {
        return files.values().stream()
                .map(File::ref)
                .filter(ref -> entityId.equals(ref.entityId()))
                .toList();
    }

    @Override
    public void delete(UUID attachment) {
        files.remove(attachment);
    }

    @Override
    public AttachmentRef storeDocument(String entityType, UUID entityId, String documentType, InputStream pdf) {
        throw new UnsupportedOperationException();
    }
}
