package io.renoz.settings.api;

import io.renoz.rest.Download;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stored file with its bytes, which may be read once the transaction is over too.
 *
 * @param content the bytes by ranges
 */
public record AttachmentContent(AttachmentRef attachment, Download.Content content) {

    /** All bytes; the caller closes the stream. */
    public InputStream open() throws IOException {
        return content.open(0, attachment.sizeBytes());
    }

    /** The file as an answer of the API. */
    public Download download() {
        return Download.of(
                attachment.filename(), attachment.mimeType(), attachment.sizeBytes(), attachment.sha256(), content);
    }
}
