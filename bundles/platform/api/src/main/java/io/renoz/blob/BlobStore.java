package io.renoz.blob;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps the bytes of files, each under a key of its own. Bytes are written once and never changed. Thread-safe.
 *
 * <p>A key is 2 to 8 names with {@code /} between them, the first of which is the organization's id; a name has 1 to 100
 * characters of {@code A-Z a-z 0-9 . _ -} and does not begin with a dot. Anything else is an {@link
 * IllegalArgumentException}, so a key leads to no place but the store's own.
 *
 * <p>Storing and deleting belong to the current transaction: bytes that were stored go again when it rolls back, and those
 * that were deleted go once it has committed. What a node leaves behind that dies between the two, the owner of the keys finds
 * by {@link #list}.
 */
@ProviderType
public interface BlobStore {

    /**
     * Stores all that comes out of a stream. It is there whole or not at all, and on the disk when this returns.
     *
     * @param limit most bytes
     * @throws io.renoz.problem.Problem {@code file-too-large} when there are more
     * @throws IllegalStateException when something is stored under the key already, or no transaction is open
     */
    StoredBlob put(String key, InputStream content, long limit);

    /** What is stored under a key. */
    Optional<Blob> find(String key);

    /**
     * Some of the bytes; needs no transaction and is best read outside of any. The caller closes the stream.
     *
     * @param from the first, counted from 0
     * @param length how many, at most
     * @throws io.renoz.problem.Problem {@code gone} when there is nothing under the key
     */
    InputStream open(String key, long from, long length);

    /** All of the bytes. */
    default InputStream open(String key) {
        return open(key, 0, Long.MAX_VALUE);
    }

    /** Removes the bytes; there need not be any. */
    void delete(String key);

    /** What is stored below a folder, such as an organization's id, in no certain order; close the stream. */
    Stream<Blob> list(String folder);
}
