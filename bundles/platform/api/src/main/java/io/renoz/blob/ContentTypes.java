package io.renoz.blob;

import io.renoz.rest.Upload;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.annotation.versioning.ProviderType;

/** Holds what a file is said to be against what its first bytes say. Looks into no archive. Thread-safe. */
@ProviderType
public interface ContentTypes {

    /** Most bytes that are looked at. */
    int LOOK = 65_536;

    /**
     * The media type of a file, in its usual spelling and without parameters. What was declared counts; where nothing was, or
     * {@code application/octet-stream}, the file's name decides.
     *
     * @param declared as the sender says; may be empty
     * @param name of the file
     * @param content its bytes, as a stream that supports {@link InputStream#mark}: looked at up to {@link #LOOK} of them, and
     *     left where it was
     * @throws io.renoz.problem.Problem {@code unsupported-media-type} for a type that is not let in: pages, markup, scripts
     *     and programs are not; {@code content-mismatch} when the bytes are of another type
     */
    String verified(String declared, String name, InputStream content);

    /**
     * As {@link #verified(String, String, InputStream)}, of a file that was sent.
     *
     * @throws io.renoz.problem.Problem {@code unsupported-media-type}, {@code content-mismatch}
     */
    default String verified(Upload<?> upload) {
        try (InputStream content = new BufferedInputStream(upload.open(), LOOK)) {
            return verified(upload.mediaType(), upload.name(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
